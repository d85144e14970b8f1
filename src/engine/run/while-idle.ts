import { rejectOnDeviceLoss } from '../backend/reject-on-device-loss';
import type { DataInUse } from '../data/active-dataset';
import type { EngineParts } from '../engine-parts';
import type { NetworkInUse } from '../network/network-in-use';

/** Does work on the network and the data in use; nothing while a run is active or one of them is not there. */
export type WhileIdle = (work: (network: NetworkInUse, data: DataInUse) => Promise<unknown>) => Promise<void>;

/** Where the device fails under the work, what was learnt goes on living on a fresh one. */
export const whileIdle =
  ({ network, data, training, lookBack }: EngineParts): WhileIdle =>
  async (work) => {
    const inUse = network.current;
    if (training.isActive || !inUse || !data.inUse) return;
    // What is asked for in vain throws here: no device is to blame for it.
    const done = work(inUse, data.inUse);
    try {
      await rejectOnDeviceLoss(inUse, done);
    } catch (error) {
      // A network that was given up meanwhile took its workers with it: the one in its place is sound.
      if (inUse !== network.inUse) return;
      if (network.slot.isLookingBack) lookBack.giveUp(error);
      else await training.rescue(error);
    }
  };
