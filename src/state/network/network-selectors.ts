import type { RunSlice } from '../run/run-slice';
import type { NetworkSlice } from './network-slice';

/** The network in use has seen training images. */
export const isTrained = ({ run, pretrained }: RunSlice & NetworkSlice): boolean =>
  run.batches.length > 0 || pretrained !== undefined;
