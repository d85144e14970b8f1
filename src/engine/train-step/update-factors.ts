import type { Settings } from '../../model/settings';
import { ADAM } from './adam';

/**
 * What an optimizer's step multiplies by, besides what is the same in every step.
 * @param steps - of the optimizer, with this one
 */
export function updateFactors(
  { optimizer, momentum }: Pick<Settings, 'optimizer' | 'momentum'>,
  learningRate: number,
  steps: number,
): { readonly rate: number; readonly factor: number } {
  switch (optimizer) {
    case 'sgd':
      return { rate: learningRate, factor: 0 };
    case 'momentum':
      return { rate: learningRate, factor: momentum };
    case 'adam':
      return { rate: learningRate / (1 - ADAM.beta1 ** steps), factor: 1 / (1 - ADAM.beta2 ** steps) };
    default:
      return optimizer satisfies never;
  }
}
