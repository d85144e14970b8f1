import * as tf from '@tensorflow/tfjs';
import type { Settings } from '../../model/settings';
import { ADAM } from './adam';

/**
 * An optimizer over all parameters as one vector, so that a step costs a few ops and not a few for every tensor.
 * Its state is made of tensors: whoever made it calls `dispose`.
 */
export interface Optimizer {
  /**
   * What is to be subtracted from the parameters. Call it inside tf.tidy.
   * @param gradient - [parameters]
   */
  change(gradient: tf.Tensor1D, learningRate: number): tf.Tensor1D;
  dispose(): void;
}

/** A fresh optimizer for `parameters` values. */
export function createOptimizer(
  { optimizer, momentum }: Pick<Settings, 'optimizer' | 'momentum'>,
  parameters: number,
): Optimizer {
  switch (optimizer) {
    case 'sgd':
      return { change: (gradient, learningRate) => gradient.mul(learningRate), dispose() {} };
    case 'momentum':
      return heavyBall(momentum, parameters);
    case 'adam':
      return adam(parameters);
    default:
      return optimizer satisfies never;
  }
}

const stateVector = (parameters: number) => tf.variable(tf.zeros<tf.Rank.R1>([parameters]), false);

/** v ← m·v + g, change = rate·v */
function heavyBall(momentum: number, parameters: number): Optimizer {
  const velocity = tf.tidy(() => stateVector(parameters));
  return {
    change(gradient, learningRate) {
      velocity.assign(velocity.mul(momentum).add(gradient));
      return velocity.mul(learningRate);
    },
    dispose: () => velocity.dispose(),
  };
}

/** m ← β₁m + (1−β₁)g, v ← β₂v + (1−β₂)g², change = rate · m/(1−β₁ᵗ) / (√(v/(1−β₂ᵗ)) + ε) */
function adam(parameters: number): Optimizer {
  const { beta1, beta2, epsilon } = ADAM;
  const [mean, square] = tf.tidy(() => [stateVector(parameters), stateVector(parameters)]) as [
    tf.Variable<tf.Rank.R1>,
    tf.Variable<tf.Rank.R1>,
  ];
  let steps = 0;
  return {
    change(gradient, learningRate) {
      steps++;
      mean.assign(mean.mul(beta1).add(gradient.mul(1 - beta1)));
      square.assign(square.mul(beta2).add(gradient.square().mul(1 - beta2)));
      const scale = square.mul(1 / (1 - beta2 ** steps)).sqrt();
      return mean.mul(learningRate / (1 - beta1 ** steps)).div(scale.add(epsilon));
    },
    dispose: () => tf.dispose([mean, square]),
  };
}
