import { LAYER_LIMITS, type Layer } from '../../model/network';
import type { Activation } from '../../model/settings';
import { layerBefore, planNetwork, type Shape } from '../../model/shapes';
import { mayBeDepthwise, mergedDepthwise } from './merge-depthwise';
import type { Refuse } from './network-file-error';
import type { ReadLayer } from './read-layer';

/** Those that go through the maximum of a window as they go through each value of it. */
const RISING: readonly Activation[] = ['relu', 'leaky-relu', 'sigmoid', 'tanh'];

const [, MOST_LAYERS] = LAYER_LIMITS.layers;

/** The layers of a network in the order in which a file's graph computes them, one value at a time. */
export class Chain {
  readonly layers: ReadLayer[] = [];
  /** The name of the value that each layer is given. */
  private readonly given: string[] = [];
  private isOver = false;

  /** @param current - the name of the value that the chain has come to: at first its input */
  constructor(
    readonly refuse: Refuse,
    public current: string,
  ) {}

  /** What the layers so far make of an image. @throws NetworkFileError where they can't follow each other */
  get shape(): Shape {
    if (this.layers.length === 0) return [28, 28, 1];
    const planned = planNetwork(this.layers.map(({ layer }) => layer));
    if (planned.ok) return planned.plan.layers.at(-1)?.output ?? [28, 28, 1];
    const { problem, layers } = planned;
    if (problem.code === 'last-not-classes') return layers.at(-1)?.output ?? [28, 28, 1];
    const name = this.layers[layers.length]?.name ?? '';
    throw this.refuse('impossible', name, problem.code);
  }

  get last(): ReadLayer | undefined {
    return this.layers.at(-1);
  }

  /** The file's next value is this layer's. */
  add(layer: ReadLayer, output: string): void {
    this.checkGoesOn(layer.name);
    const { last } = this;
    const merged = mayBeDepthwise(last) ? mergedDepthwise(last, layer) : undefined;
    if (merged) {
      this.amend(merged, output);
      return;
    }
    // Each one more is planned with all before it.
    if (this.layers.length >= MOST_LAYERS) {
      throw this.refuse('too-large', layer.name, `more than ${MOST_LAYERS} layers`);
    }
    this.layers.push(layer);
    this.given.push(this.current);
    this.current = output;
  }

  /** A value under another name, or in another shape. */
  rename(output: string): void {
    this.current = output;
  }

  /** The last layer has this besides. */
  amend(changes: Partial<ReadLayer>, output: string): void {
    const last = this.layers.pop();
    if (last) this.layers.push({ ...last, ...changes });
    this.current = output;
  }

  activate(name: string, activation: Activation, output: string): void {
    this.checkGoesOn(name);
    const at = this.activatedBy(activation);
    const layer = this.layers[at];
    if (!layer || layer.activation) throw this.refuse('unsupported', name, `${activation} where it stands`);
    this.layers[at] = { ...layer, activation };
    this.current = output;
  }

  /** An addition of two values of the chain. */
  addUp(name: string, values: readonly string[], output: string): void {
    const before = this.given[layerBefore(this.layers)];
    const other = values.filter((value) => value !== this.current);
    if (values.length !== 2 || other.length !== 1 || before === undefined || other[0] !== before) {
      throw this.refuse('unsupported', name, 'adds something else than the input of the layer before');
    }
    this.add({ name, layer: { type: 'residual' }, tensors: {} }, output);
  }

  /** Its probabilities: nothing may follow. */
  end(output: string): void {
    this.isOver = true;
    this.current = output;
  }

  private checkGoesOn(name: string): void {
    if (this.isOver) throw this.refuse('unsupported', name, 'after the softmax');
  }

  /** The layer whose sums an activation belongs to: max-pooling and dropout let it through. */
  private activatedBy(activation: Activation): number {
    const passes = ({ layer }: ReadLayer) =>
      layer.type === 'dropout' || (layer.type === 'max-pool' && RISING.includes(activation));
    let at = this.layers.length - 1;
    while (at > 0 && passes(this.layers[at] as ReadLayer)) at--;
    const type: Layer['type'] | undefined = this.layers[at]?.layer.type;
    const isActive =
      type === 'conv' || type === 'separable-conv' || type === 'dense' || type === 'batch-norm';
    return isActive ? at : -1;
  }
}
