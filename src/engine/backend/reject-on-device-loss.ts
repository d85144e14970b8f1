import type { NetworkInUse } from '../network/network-in-use';
import { DeviceLost } from './device-lost';

/** An answer of the device, or DeviceLost: a call that is pending when a device is lost may never settle. */
export function rejectOnDeviceLoss<T>(
  { onLost }: Pick<NetworkInUse, 'onLost'>,
  answer: Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = onLost((reason) => reject(new DeviceLost(reason)));
    answer.then(resolve, reject).finally(cancel);
  });
}
