import type { Layer } from '../../model/network';
import type { Activation } from '../../model/settings';
import type { WeightShape } from '../../model/shapes';

type Role = WeightShape['role'];

/** A layer as a file of another format has it, its weights in the lab's order. */
export interface ReadLayer {
  /** As the file calls it. */
  readonly name: string;
  readonly layer: Layer;
  /** What of its weights the file has; a bias may be there in front of a normalisation too. */
  readonly tensors: Partial<Record<Role, Float32Array>>;
  /** Of a normalisation: what it adds to the variance. */
  readonly epsilon?: number;
  /** Of a dense layer behind maps: the order of its inputs; rows, columns, channels where it isn't said. */
  readonly order?: 'channels-first' | undefined;
  /** What is applied to what it makes. */
  readonly activation?: Activation;
}
