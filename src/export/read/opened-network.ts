import type { TrainedNetwork } from '../../model/trained-network';

/** A network that a file has brought. */
export interface OpenedNetwork {
  readonly network: TrainedNetwork;
  /** Of each output, where the file has them. */
  readonly classNames: readonly string[] | undefined;
  /** The file says of itself how the network was trained here; its settings are all but the layers' by default. */
  readonly isOwn: boolean;
}
