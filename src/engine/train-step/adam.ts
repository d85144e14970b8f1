/** Kingma & Ba 2015; epsilon as in Keras and tf.train.adam. */
export const ADAM = { beta1: 0.9, beta2: 0.999, epsilon: 1e-7 } as const;
