import { DeviceLost } from './device-lost';
import type { NetworkInUse } from './network-holder';

/** An answer of the device, or DeviceLost: a call that is pending when a device is lost may never settle. */
export function orLost<T>({ onLost }: Pick<NetworkInUse, 'onLost'>, answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = onLost((reason) => reject(new DeviceLost(reason)));
    answer.then(resolve, reject).finally(cancel);
  });
}
