import { rejectOnDeviceLoss } from '../backend/reject-on-device-loss';
import type { ActiveNetwork } from './active-network';
import type { NetworkInUse } from './network-in-use';

/** @returns undefined while there is no network; refused when the device is lost under the question */
export async function askNetwork<T>(
  { inUse }: Pick<ActiveNetwork, 'inUse'>,
  question: (inUse: NetworkInUse) => Promise<T>,
): Promise<T | undefined> {
  return inUse && rejectOnDeviceLoss(inUse, question(inUse));
}
