import type { Page } from '@playwright/test';
import { unpack } from '../../src/storage/packed';

interface Kept {
  readonly run: { readonly checkpoint: { readonly trainedBatches: number } };
  readonly network: { readonly network: { readonly weights: readonly Float32Array[] } };
}

/** What the page keeps of a kind in the browser's IndexedDB. */
export async function kept<Kind extends keyof Kept>(page: Page, kind: Kind): Promise<Kept[Kind][]> {
  const bodies = await page.evaluate(
    (prefix) =>
      new Promise<number[][]>((resolve, reject) => {
        const opening = indexedDB.open('digit-lab-kept');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
          const all = opening.result.transaction('bodies').objectStore('bodies').getAll(range);
          all.onsuccess = () => {
            opening.result.close();
            resolve(all.result.map((bytes: Uint8Array) => [...bytes]));
          };
        };
      }),
    `${kind}/`,
  );
  return bodies.map((bytes) => unpack(Uint8Array.from(bytes)) as Kept[Kind]);
}
