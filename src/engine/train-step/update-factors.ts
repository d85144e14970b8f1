import type { OptimizerSettings } from '../../model/settings';

/**
 * What keeps a step finite where the squares of the gradients are 0, added to their root. 1e-7 as in Keras; PyTorch has
 * 1e-8. (Keras adds RMSprop's under the root.)
 */
export const EPSILON = 1e-7;

/** What an optimizer's step multiplies by, besides what is the same in every step. */
export interface UpdateFactors {
  readonly rate: number;
  /** What the velocity keeps; of Adam's squares, what undoes that they began at 0. */
  readonly factor: number;
  /** Share of a kernel that AdamW takes away. */
  readonly shrink: number;
  /** Share of the weights in their average. */
  readonly blend: number;
}

/** Of a step that changes nothing. */
export const NO_UPDATE: UpdateFactors = { rate: 0, factor: 0, shrink: 0, blend: 0 };

/** @param steps - of the optimizer, with this one */
export function updateFactors(
  settings: OptimizerSettings,
  learningRate: number,
  steps: number,
): UpdateFactors {
  const { optimizer, weightDecay, ema } = settings;
  return {
    ...rateAndFactor(settings, learningRate, steps),
    shrink: optimizer === 'adamw' ? learningRate * weightDecay : 0,
    blend: ema > 0 ? 1 - averageKeeps(ema, steps) : 0,
  };
}

function rateAndFactor(
  { optimizer, momentum, beta1, beta2 }: OptimizerSettings,
  learningRate: number,
  steps: number,
): Pick<UpdateFactors, 'rate' | 'factor'> {
  switch (optimizer) {
    case 'sgd':
    case 'rmsprop':
      return { rate: learningRate, factor: 0 };
    case 'momentum':
    case 'nesterov':
      return { rate: learningRate, factor: momentum };
    case 'adam':
    case 'adamw':
      return { rate: learningRate / (1 - beta1 ** steps), factor: 1 / (1 - beta2 ** steps) };
    default:
      return optimizer satisfies never;
  }
}

/**
 * What the average of the weights keeps in a step: little at first, so that a run shorter than the average's memory is
 * not read by the weights that it began with. The average is then about that of the last ninth of the steps. As
 * `num_updates` of TensorFlow's ExponentialMovingAverage.
 * @param ema - at most
 * @param steps - of the optimizer, with this one
 */
export const averageKeeps = (ema: number, steps: number): number => Math.min(ema, (1 + steps) / (10 + steps));

/**
 * What makes a gradient at most `clipNorm` long (Pascanu et al. 2013). Always added up in the same order, and so the
 * same in every worker.
 */
export function clipScale(gradient: Float32Array, clipNorm: number): number {
  let sum = 0;
  for (let i = 0; i < gradient.length; i++) sum += (gradient[i] as number) ** 2;
  return clipNorm / Math.max(Math.sqrt(sum), clipNorm);
}
