import type { Settings } from '../../../../model/settings';
import { ADAM } from '../../adam';
import { float } from '../kernel';

/** Vectors that an optimizer remembers for each vector of parameters. */
export function stateVectors(optimizer: Settings['optimizer']): number {
  switch (optimizer) {
    case 'sgd':
      return 0;
    case 'momentum':
      return 1;
    case 'adam':
      return 2;
    default:
      return optimizer satisfies never;
  }
}

/**
 * WGSL of `optimize(at, gradient)`: the optimizer's step of one vector of parameters, by the formulas of
 * ../../optimizer.ts.
 * @param all - vectors of parameters, after which the second vectors of the state begin
 */
export const optimizerFunction = (
  settings: Pick<Settings, 'optimizer' | 'momentum'>,
  all: number,
): string => `fn optimize(at: i32, gradient: vec4f) {
${change(settings, all)}
}`;

function change({ optimizer }: Pick<Settings, 'optimizer' | 'momentum'>, all: number): string {
  switch (optimizer) {
    case 'sgd':
      return '  parameters[at] -= slot.rate * gradient;';
    case 'momentum':
      return `  let velocity = slot.factor * state[at] + gradient;
  state[at] = velocity;
  parameters[at] -= slot.rate * velocity;`;
    case 'adam':
      return `  let mean = ${float(ADAM.beta1)} * state[at] + ${float(1 - ADAM.beta1)} * gradient;
  let square = ${float(ADAM.beta2)} * state[at + ${all}] + ${float(1 - ADAM.beta2)} * gradient * gradient;
  state[at] = mean;
  state[at + ${all}] = square;
  parameters[at] -= slot.rate * mean / (sqrt(slot.factor * square) + ${float(ADAM.epsilon)});`;
    default:
      return optimizer satisfies never;
  }
}
