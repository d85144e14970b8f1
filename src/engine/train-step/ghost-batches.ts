/**
 * A batch normalisation takes its statistics from parts of the batch, 'ghost batches' (Hoffer, Hubara & Soudry 2017),
 * and not from all of it, so that workers need not wait for each other within a step: the batch is cut into as many
 * shards, and each of these as evenly as can be into as few parts of at most so many images as do.
 */
export const GHOSTS = { shards: 4, images: 32 } as const;

/** The bounds of the parts of some images: the first of each, and the end. */
export function ghostBounds(first: number, end: number): number[] {
  const parts = Math.ceil((end - first) / GHOSTS.images);
  return Array.from(
    { length: parts + 1 },
    (_, i) => first + Math.floor((i * (end - first)) / Math.max(1, parts)),
  );
}

/** How many images each of a batch's ghost batches has, in order. */
export function ghostSizes(images: number): number[] {
  const shardStart = (shard: number) => Math.floor((shard * images) / GHOSTS.shards);
  return Array.from({ length: GHOSTS.shards }, (_, shard) => {
    const bounds = ghostBounds(shardStart(shard), shardStart(shard + 1));
    return bounds.slice(1).map((bound, i) => bound - (bounds[i] as number));
  }).flat();
}
