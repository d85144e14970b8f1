import * as tf from '@tensorflow/tfjs';
import { BATCH_NORM } from '../../model/layers/batch-norm';
import type { OptimizerSettings } from '../../model/settings';
import { isTrained, type NetworkPlan } from '../../model/shapes';
import { checkOptimizer, type StepState } from '../../model/step-state';
import { Optimizer } from './optimizer';
import { joined, valuesOf } from './tensors';
import { averageKeeps } from './update-factors';

/** The reference's weights with the optimizer's state, as tensors. Whoever made them calls `dispose`. */
export class ReferenceParameters {
  /** Those of a training, in the order of the plan: what gradients change, and running averages of normalisations. */
  readonly variables: tf.Variable[];
  /** Those that gradients change. */
  readonly trained: tf.Variable[];
  /** The average of each variable over the steps, where the settings ask for it. */
  private readonly averages: tf.Variable[] | undefined;
  private optimizer: Optimizer;

  constructor(
    private readonly settings: OptimizerSettings,
    private readonly plan: NetworkPlan,
  ) {
    const tensors = plan.layers.flatMap(({ weights }) => weights);
    const zeros = () => tf.tidy(() => tensors.map(({ shape }) => tf.variable(tf.zeros([...shape]))));
    this.variables = zeros();
    this.trained = this.variables.filter((_, i) => isTrained(tensors[i]?.role ?? 'kernel'));
    if (settings.ema > 0) this.averages = zeros();
    this.optimizer = new Optimizer(settings, plan);
  }

  /** The weights that the network is read by. */
  get readable(): readonly tf.Variable[] {
    return this.averages ?? this.variables;
  }

  /** Also forgets the optimizer's state, and the average begins anew. @throws RangeError for weights of other sizes */
  set(weights: readonly Float32Array[]): void {
    this.check(weights);
    assign(this.variables, weights);
    if (this.averages) assign(this.averages, weights);
    this.optimizer.dispose();
    this.optimizer = new Optimizer(this.settings, this.plan);
  }

  /** A copy of those that the network is read by, one array a tensor. */
  async weights(): Promise<Float32Array[]> {
    return cut(await valuesOf(tf.tidy(() => joined(this.readable))), this.variables);
  }

  async areFinite(): Promise<boolean> {
    // NaN and infinity survive addition on every device, while a shader compiler may take isNaN for always false.
    const [sum] = await valuesOf(tf.tidy(() => tf.sum(joined(this.variables))));
    return Number.isFinite(sum);
  }

  /** Moves the running averages of the normalisations on, before the update. @param found - in their order; freed */
  note(found: readonly tf.Tensor[]): void {
    const { keep } = BATCH_NORM;
    const running = this.variables.filter((variable) => !this.trained.includes(variable));
    running.forEach((variable, i) => {
      variable.assign(variable.mul(keep).add((found[i] as tf.Tensor).mul(1 - keep)));
    });
    tf.dispose([...found]);
  }

  /** The optimizer's step. Call it inside tf.tidy. @param gradients - one for each of `trained` */
  update(gradients: readonly tf.Tensor[], learningRate: number): void {
    const values = { gradient: joined(gradients), weights: joined(this.trained) };
    const change = this.optimizer.change(values, learningRate);
    const parts = tf.split(
      change,
      this.trained.map(({ size }) => size),
    );
    this.trained.forEach((variable, i) => {
      variable.assign(variable.sub((parts[i] as tf.Tensor).reshape(variable.shape)));
    });
    const blend = 1 - averageKeeps(this.settings.ema, this.optimizer.steps);
    this.averages?.forEach((average, i) => {
      average.assign(average.add((this.variables[i] as tf.Variable).sub(average).mul(blend)));
    });
  }

  async snapshot(): Promise<StepState> {
    const { steps, vectors } = this.optimizer;
    // All are copied before the first is awaited.
    const averages = this.averages ? [this.averages] : [];
    const copies = tf.tidy(() => [
      ...[this.variables, ...averages].map(joined),
      ...vectors.map((vector) => vector.clone()),
    ]);
    const all = await Promise.all(copies.map(valuesOf));
    const weights = cut(all.shift() as Float32Array, this.variables);
    const average = this.averages && { average: cut(all.shift() as Float32Array, this.variables) };
    return {
      optimizer: this.settings.optimizer,
      weights,
      vectors: all.map((vector) => this.ofAll(cut(vector, this.trained))),
      steps,
      ...average,
    };
  }

  /** @throws RangeError where the state is one of another optimizer, or of weights of other sizes */
  restore(state: StepState): void {
    checkOptimizer(state, this.settings);
    for (const tensors of [...state.vectors, state.average ?? state.weights]) this.check(tensors);
    this.set(state.weights);
    if (this.averages && state.average) assign(this.averages, state.average);
    this.optimizer.steps = state.steps;
    tf.tidy(() => {
      this.optimizer.vectors.forEach((vector, i) => {
        const own = (state.vectors[i] ?? []).filter((_, at) => this.isTrained(at));
        vector.assign(joined(own.map((tensor) => tf.tensor1d(tensor.slice()))));
      });
    });
  }

  dispose(): void {
    tf.dispose([this.variables, this.averages ?? []]);
    this.optimizer.dispose();
  }

  /** Tensors of what is trained with zeros in the place of what is not. */
  private ofAll(tensors: readonly Float32Array[]): Float32Array[] {
    let taken = 0;
    return this.variables.map(({ size }, i) =>
      this.isTrained(i) ? (tensors[taken++] as Float32Array) : new Float32Array(size),
    );
  }

  private isTrained(at: number): boolean {
    return this.trained.includes(this.variables[at] as tf.Variable);
  }

  private check(tensors: readonly Float32Array[]): void {
    this.variables.forEach(({ size }, i) => {
      const length = tensors[i]?.length;
      if (length !== size) throw new RangeError(`weight tensor ${i} needs ${size} values, not ${length}`);
    });
  }
}

/** The values of some tensors, that lie one after the other, as one array a tensor. */
function cut(all: Float32Array, tensors: readonly tf.Tensor[]): Float32Array[] {
  let start = 0;
  return tensors.map(({ size }) => {
    start += size;
    return all.slice(start - size, start);
  });
}

function assign(variables: readonly tf.Variable[], weights: readonly Float32Array[]): void {
  tf.tidy(() => {
    variables.forEach((variable, i) => {
      variable.assign(tf.tensor((weights[i] as Float32Array).slice(), variable.shape));
    });
  });
}
