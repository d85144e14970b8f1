import type { Page } from '@playwright/test';
import { unpack } from '../../src/storage/packed';

interface Kept {
  readonly run: { readonly checkpoint: { readonly trainedBatches: number } };
  readonly network: { readonly network: { readonly weights: readonly Float32Array[] } };
}

/** What the page keeps of a kind in the browser's IndexedDB. */
export async function kept<Kind extends keyof Kept>(page: Page, kind: Kind): Promise<Kept[Kind][]> {
  const bodies = await page.evaluate(async (prefix) => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await done(indexedDB.open('digit-lab-kept'));
    const store = database.transaction('bodies').objectStore('bodies');
    const all: Uint8Array<ArrayBuffer>[] = await done(
      store.getAll(IDBKeyRange.bound(prefix, `${prefix}\uffff`)),
    );
    database.close();
    const asText = (bytes: Uint8Array<ArrayBuffer>) =>
      new Promise<string>((resolve) => {
        const reader = new FileReader();
        reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '');
        reader.readAsDataURL(new Blob([bytes]));
      });
    return Promise.all(all.map(asText));
  }, `${kind}/`);
  return bodies.map((base64) => unpack(new Uint8Array(Buffer.from(base64, 'base64'))) as Kept[Kind]);
}
