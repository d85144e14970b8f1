import * as tf from '@tensorflow/tfjs';
import type { OptimizerSettings } from '../../model/settings';
import { isKernel, isTrained, type NetworkPlan, sizeOf } from '../../model/shapes';
import { STATE_VECTORS } from '../../model/step-state';
import { EPSILON } from './update-factors';

type Vector = tf.Variable<tf.Rank.R1>;

/** One step's values: [parameters] each. */
interface Values {
  readonly gradient: tf.Tensor1D;
  readonly weights: tf.Tensor1D;
}

/**
 * An optimizer over all parameters as one vector, so that a step costs a few ops and not a few for every tensor. What it
 * does is what every other train step has to do. Its state is made of tensors: whoever made it calls `dispose`.
 */
export class Optimizer {
  /** What it remembers: [parameters] each, zeros at first. */
  readonly vectors: readonly Vector[];
  /** Taken so far. */
  steps = 0;
  /** The weight decay of each parameter: of those that are no part of a kernel 0. */
  private readonly decay: tf.Tensor1D | undefined;

  constructor(
    private readonly settings: OptimizerSettings,
    plan: NetworkPlan,
  ) {
    const { optimizer, weightDecay } = settings;
    const vector = () => tf.tidy(() => tf.variable(tf.zeros<tf.Rank.R1>([plan.parameters]), false));
    this.vectors = Array.from({ length: STATE_VECTORS[optimizer] }, vector);
    if (weightDecay > 0) this.decay = tf.tensor1d(decayOfEach(plan, weightDecay));
  }

  /** What is to be subtracted from the parameters. Call it inside tf.tidy. */
  change({ gradient, weights }: Values, learningRate: number): tf.Tensor1D {
    this.steps += 1;
    const clipped = this.clipped(gradient);
    if (!this.decay) return this.byGradient(clipped, learningRate);
    const decayed = weights.mul<tf.Tensor1D>(this.decay);
    // AdamW: apart from the gradient, whose size does not scale it (Loshchilov & Hutter 2019). Of all others L2.
    if (this.settings.optimizer !== 'adamw') return this.byGradient(clipped.add(decayed), learningRate);
    return this.byGradient(clipped, learningRate).add(decayed.mul(learningRate));
  }

  dispose(): void {
    tf.dispose([...this.vectors, this.decay ?? []]);
  }

  /** g · min(1, clip / ‖g‖₂) */
  private clipped(gradient: tf.Tensor1D): tf.Tensor1D {
    const { clipNorm } = this.settings;
    if (clipNorm === 0) return gradient;
    const norm = gradient.square().sum().sqrt();
    return gradient.mul(tf.div(clipNorm, norm.maximum(clipNorm)));
  }

  private byGradient(gradient: tf.Tensor1D, rate: number): tf.Tensor1D {
    const { optimizer, momentum, rho, beta1, beta2 } = this.settings;
    const [first, second] = this.vectors as [Vector, Vector];
    switch (optimizer) {
      case 'sgd':
        return gradient.mul(rate);
      case 'momentum':
        return movedOn(first, momentum, gradient).mul(rate);
      case 'nesterov':
        return movedOn(first, momentum, gradient).mul(momentum).add(gradient).mul(rate);
      case 'rmsprop': {
        const square = mixedIn(first, rho, gradient.square());
        return gradient.mul(rate).div(square.sqrt().add(EPSILON));
      }
      case 'adam':
      case 'adamw': {
        const mean = mixedIn(first, beta1, gradient).mul(1 / (1 - beta1 ** this.steps));
        const square = mixedIn(second, beta2, gradient.square()).mul(1 / (1 - beta2 ** this.steps));
        return mean.mul(rate).div(square.sqrt().add(EPSILON));
      }
      default:
        return optimizer satisfies never;
    }
  }
}

function decayOfEach({ layers }: NetworkPlan, weightDecay: number): number[] {
  const trained = layers.flatMap(({ weights }) => weights.filter(({ role }) => isTrained(role)));
  return trained.flatMap(({ role, shape }) => Array(sizeOf(shape)).fill(isKernel(role) ? weightDecay : 0));
}

/** v ← m·v + g: a ball that rolls (Polyak 1964). Nesterov's looks ahead by m·v + g, as PyTorch has it. */
function movedOn(velocity: Vector, momentum: number, gradient: tf.Tensor1D): tf.Tensor1D {
  velocity.assign(velocity.mul(momentum).add(gradient));
  return velocity;
}

/** a ← β·a + (1−β)·x: of RMSprop (Tieleman & Hinton 2012) and Adam (Kingma & Ba 2015), which undoes that a began at 0. */
function mixedIn(average: Vector, keeps: number, value: tf.Tensor1D): tf.Tensor1D {
  average.assign(average.mul(keeps).add(value.mul(1 - keeps)));
  return average;
}
