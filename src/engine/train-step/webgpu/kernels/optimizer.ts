import type { OptimizerSettings } from '../../../../model/settings';
import { STATE_VECTORS } from '../../../../model/step-state';
import { EPSILON } from '../../update-factors';
import { float, type Kernel, write } from '../kernel';
import { type Operation, parameterVectors } from '../operations';

/** What is done with the gradient of the weights, one vector at a time. */
export interface GradientUse {
  /** WGSL of `learn(at, gradient)`: where the parameters lie, in vectors, and their gradient. */
  readonly module: string;
  /** The buffers that it works on. */
  readonly bindings: Readonly<Record<string, Kernel['bindings'][number]>>;
}

/** It is kept, for those who want the whole before anything is done with it. */
export const keeping: GradientUse = {
  module: 'fn learn(at: i32, gradient: vec4f) { gradients[at] = gradient; }',
  bindings: { gradients: write('gradients', 'vec4f') },
};

/** The optimizer's step is taken with it, by the formulas of ../../optimizer.ts. */
export function optimizing(settings: OptimizerSettings, operations: readonly Operation[]): GradientUse {
  const { optimizer, weightDecay, ema } = settings;
  const isAdamW = optimizer === 'adamw';
  const decays = weightDecay > 0;
  const lines = [
    ...(decays && !isAdamW
      ? [`  gradient += select(0.0, ${float(weightDecay)}, decays(at)) * parameters[at];`]
      : []),
    ...(decays && isAdamW
      ? ['  parameters[at] -= select(0.0, slot.shrink, decays(at)) * parameters[at];']
      : []),
    change(settings, parameterVectors(operations)),
    ...(ema > 0 ? ['  average[at] += slot.blend * (parameters[at] - average[at]);'] : []),
  ];
  return {
    module: `${decays ? kernelTest(operations) : ''}
fn learn(at: i32, whole: vec4f) {
  var gradient = whole;
${lines.join('\n')}
}`,
    bindings: {
      parameters: write('parameters', 'vec4f'),
      ...(STATE_VECTORS[optimizer] > 0 && { state: write('state', 'vec4f') }),
      ...(ema > 0 && { average: write('average', 'vec4f') }),
    },
  };
}

/** WGSL of `decays(at)`: whether parameters belong to a kernel. */
function kernelTest(operations: readonly Operation[]): string {
  const kernels = operations.flatMap((op) =>
    'parameters' in op ? [`(at >= ${op.parameters.kernelAt} && at < ${op.parameters.biasAt})`] : [],
  );
  return `fn decays(at: i32) -> bool { return ${kernels.join(' || ')}; }`;
}

/** @param all - vectors of parameters, after which the second vectors of the state begin */
function change({ optimizer, rho, beta1, beta2 }: OptimizerSettings, all: number): string {
  switch (optimizer) {
    case 'sgd':
      return '  parameters[at] -= slot.rate * gradient;';
    case 'momentum':
    case 'nesterov':
      return `  let velocity = slot.factor * state[at] + gradient;
  state[at] = velocity;
  parameters[at] -= slot.rate * ${optimizer === 'nesterov' ? '(slot.factor * velocity + gradient)' : 'velocity'};`;
    case 'rmsprop':
      return `  let square = ${float(rho)} * state[at] + ${float(1 - rho)} * gradient * gradient;
  state[at] = square;
  parameters[at] -= slot.rate * gradient / (sqrt(square) + ${float(EPSILON)});`;
    case 'adam':
    case 'adamw':
      return `  let mean = ${float(beta1)} * state[at] + ${float(1 - beta1)} * gradient;
  let square = ${float(beta2)} * state[at + ${all}] + ${float(1 - beta2)} * gradient * gradient;
  state[at] = mean;
  state[at + ${all}] = square;
  parameters[at] -= slot.rate * mean / (sqrt(slot.factor * square) + ${float(EPSILON)});`;
    default:
      return optimizer satisfies never;
  }
}
