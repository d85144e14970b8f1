/** What the code is written for: the adapter's ways, and how many images are worked on together. */
export interface Target {
  /** Images of a workgroup: its invocations take neighbours in the batch, so that what they read is side by side. */
  readonly lanes: number;
  /**
   * Images that an invocation takes where each weight is read once for all of them: a processor that imitates a GPU
   * takes far longer to read than to multiply. On a GPU more invocations hide that better.
   */
  readonly images: number;
  /** For how many images there is room; a multiple of `lanes`. Values of neighbouring images are neighbours. */
  readonly capacity: number;
  /**
   * Whether invocations of a workgroup may wait for each other and share memory. A processor that imitates a GPU
   * runs them one after the other, and pays for each wait with storing them all.
   */
  readonly barriers: boolean;
  /** Invocations of a workgroup that is not over images. */
  readonly invocations: number;
}

/** Of the largest workgroup, and of the bytes that its invocations share: what every device has. */
export const MOST_INVOCATIONS = 256;
export const MOST_SHARED_BYTES = 16 * 1024;
/** Of a dispatch, in one direction. */
export const MOST_WORKGROUPS = 65_535;

/** Invocations that belong together: a GPU's fill its widest vectors, a processor's are handed out core by core. */
const WORKGROUP = { hardware: 64, software: 16 } as const;
const FEWEST_LANES = 4;
/** Neighbours that a processor computes at once. */
const SOFTWARE_LANES = 4;

/** Images that are read together, where there is memory for their values. */
export const READ_TOGETHER = 256;

/**
 * @param room - images that there is to be room for
 * @param batchSize - of the training
 * @param software - whether a processor imitates the GPU
 */
export function targetFor(batchSize: number, software: boolean, room = READ_TOGETHER): Target {
  const invocations = WORKGROUP[software ? 'software' : 'hardware'];
  let lanes = FEWEST_LANES;
  while (lanes < invocations && lanes < batchSize) lanes *= 2;
  const capacity = Math.ceil(Math.max(batchSize, room) / lanes) * lanes;
  const images = software ? lanes / SOFTWARE_LANES : 1;
  return { lanes, images, capacity, barriers: !software, invocations };
}
