/** The device under a backend is gone: nothing that was asked of it will ever be answered. */
export class DeviceLost extends Error {
  override name = 'DeviceLost';
}
