import type { Refuse } from '../read/network-file-error';
import type { KerasNode } from './keras-graph';

/** The options of a layer, each checked when it is asked for. */
export class KerasConfig {
  readonly name: string;
  readonly type: string;
  readonly inputs: readonly string[];
  private readonly config: ReadonlyMap<string, unknown>;

  constructor(
    { name, layer, inputs }: KerasNode,
    private readonly refuse: Refuse,
  ) {
    this.name = name;
    this.type = layer.class_name;
    this.inputs = inputs;
    this.config = new Map(Object.entries(layer.config));
  }

  /** Those of other values than the lab has are refused. */
  need(option: string, ...allowed: readonly unknown[]): void {
    const value = this.config.get(option);
    if (value !== undefined && value !== null && !allowed.includes(value)) this.fail(option);
  }

  number(option: string, otherwise?: number): number {
    const value = this.config.get(option) ?? otherwise;
    if (typeof value !== 'number') this.fail(option);
    return value as number;
  }

  /** A side and a stride are one number, or the same for rows and columns. */
  square(option: string, otherwise?: number): number {
    const value = this.config.get(option) ?? otherwise;
    const [first, second = first, ...more] = Array.isArray(value) ? value : [value];
    if (typeof first !== 'number' || first !== second || more.length > 0) this.fail(option);
    return first as number;
  }

  /** Zeros by TensorFlow's rule, or none. */
  padding(): 'valid' | 'same' {
    const value = this.config.get('padding') ?? 'valid';
    if (value !== 'valid' && value !== 'same') this.fail('padding');
    return value as 'valid' | 'same';
  }

  /** 'linear' where there is none. */
  activation(): string {
    const value = this.config.get('activation') ?? 'linear';
    if (typeof value !== 'string') this.fail('activation');
    return value as string;
  }

  /** Keras' own where it isn't said. */
  epsilon(): number {
    return this.number('epsilon', 1e-3);
  }

  get(option: string): unknown {
    return this.config.get(option);
  }

  /** @throws NetworkFileError */
  fail(option: string): never {
    const value = JSON.stringify(this.config.get(option));
    throw this.refuse('unsupported', this.name, `${option} ${value}`);
  }
}
