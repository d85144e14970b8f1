import type { RunSlice } from '../run/run-slice';
import type { NetworkSlice } from './network-slice';

/** The network in use is one of the past; that of now waits. */
export const isLookingBack = ({ presentNetwork }: NetworkSlice): boolean => presentNetwork !== undefined;

/** The network in use has seen training images; one of the past is looked at as such, even if it is of before the first. */
export const isTrained = (state: RunSlice & NetworkSlice): boolean =>
  state.run.batches.length > 0 || state.pretrained !== undefined || state.isOpened || isLookingBack(state);
