import type { FileCache } from '../../data/load-mnist';

const NAME = 'digit-lab-data-1';
const addressOf = (sha256: string) => `${self.location.origin}/data-cache/${sha256}`;

/**
 * Verified data files that came from a mirror, kept by the browser under their checksum. Where the browser keeps
 * nothing (no secure context, private mode, no space) the files are simply fetched again next time.
 */
export const datasetCache: FileCache = {
  async get(sha256) {
    try {
      const cache = await caches.open(NAME);
      const response = await cache.match(addressOf(sha256));
      return response && new Uint8Array(await response.arrayBuffer());
    } catch {
      return undefined;
    }
  },
  async put(sha256, bytes) {
    try {
      const cache = await caches.open(NAME);
      await cache.put(addressOf(sha256), new Response(bytes as Uint8Array<ArrayBuffer>));
    } catch {
      // Nothing is lost: the data are in use, only the next visit has to fetch them again.
    }
  },
};
