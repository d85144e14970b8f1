import type { KerasNode } from './nodes';

/** The version of Keras whose files these are. */
const KERAS_VERSION = '3.15.1';

/** Where Keras finds a class; an operation counts as registered under its own name. */
const moduleOf = ({ className }: KerasNode) => (className === 'Gelu' ? 'keras.src.ops.nn' : 'keras.layers');

/** metadata.json of a `.keras` file. No date: the same network gives the same file. */
export const kerasMetadata = (): string => JSON.stringify({ keras_version: KERAS_VERSION });

/**
 * config.json of a `.keras` file: a functional model. What a layer's configuration leaves out is Keras' default.
 * @param nodes - the last one's output is the model's
 */
export function kerasConfig(nodes: readonly KerasNode[], name: string): string {
  const tensors = new Map(nodes.map((node) => [node.name, tensorOf(node)]));
  const layers = nodes.map((node) => {
    const read = node.inputs.map((input) => tensors.get(input));
    // A layer that reads several gets them as one list.
    const args = node.className === 'Add' ? [read] : read;
    return {
      module: moduleOf(node),
      class_name: node.className,
      config: {
        name: node.name,
        ...node.config,
        ...(node.className === 'InputLayer' && { dtype: 'float32' }),
      },
      registered_name: node.className === 'Gelu' ? 'Gelu' : null,
      name: node.name,
      inbound_nodes: node.inputs.length === 0 ? [] : [{ args, kwargs: {} }],
    };
  });
  return JSON.stringify({
    module: 'keras.src.models.functional',
    class_name: 'Functional',
    config: {
      name,
      trainable: true,
      layers,
      input_layers: [nodes[0]?.name, 0, 0],
      output_layers: [nodes.at(-1)?.name, 0, 0],
    },
    registered_name: 'Functional',
  });
}

const tensorOf = ({ name, output }: KerasNode) => ({
  class_name: '__keras_tensor__',
  config: { shape: [null, ...output], dtype: 'float32', keras_history: [name, 0, 0] },
});
