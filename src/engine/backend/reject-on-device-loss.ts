import type { NetworkInUse } from '../network/network-in-use';

/** The device under a backend is gone: nothing that was asked of it will ever be answered. */
class DeviceLost extends Error {
  override name = 'DeviceLost';
}

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
