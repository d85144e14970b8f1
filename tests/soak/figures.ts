import type { Page } from '@playwright/test';
import type { LabPage } from '../e2e/lab-page';
import type { Targets } from './targets';

/** What must not grow, each a number. */
export interface Figures {
  /** Objects of the page, bytes. */
  readonly 'page heap': number;
  /** Of all workers. */
  readonly 'worker heap': number;
  /** Array buffers and WebAssembly memory of page and workers, bytes. */
  readonly 'buffers and WASM': number;
  readonly workers: number;
  readonly 'DOM nodes': number;
  readonly listeners: number;
  /** Live in the engine, as it says. */
  readonly tensors: number;
  /** Of all stores of IndexedDB. */
  readonly records: number;
  /** Of what is kept in IndexedDB. */
  readonly 'kept bytes': number;
}

interface HeapUsage {
  readonly usedSize: number;
  readonly backingStorageSize: number;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** Read after what nobody needs is thrown away. */
export async function readFigures(lab: LabPage, targets: Targets): Promise<Figures> {
  // Twice: what is thrown away in one thread lets go of what it held in another.
  for (let round = 0; round < 2; round++) {
    await targets.workers('HeapProfiler.collectGarbage');
    await targets.page('HeapProfiler.collectGarbage');
  }
  const page = await targets.page<HeapUsage>('Runtime.getHeapUsage');
  const workers = await targets.workers<HeapUsage>('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await targets.page<{ nodes: number; jsEventListeners: number }>(
    'Memory.getDOMCounters',
  );
  const { records, bytes } = await keptIn(lab.page);
  return {
    'page heap': page.usedSize,
    'worker heap': sum(workers.map(({ usedSize }) => usedSize)),
    'buffers and WASM': sum([page, ...workers].map(({ backingStorageSize }) => backingStorageSize)),
    workers: workers.length,
    'DOM nodes': nodes,
    listeners: jsEventListeners,
    tensors: await lab.readout('Tensors'),
    records,
    'kept bytes': bytes,
  };
}

const keptIn = (page: Page): Promise<{ records: number; bytes: number }> =>
  page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const all: unknown[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        all.push(...(await done(database.transaction(store).objectStore(store).getAll())));
      }
      database.close();
    }
    const bytes = all.reduce(
      (total: number, value) => total + (ArrayBuffer.isView(value) ? value.byteLength : 0),
      0,
    );
    return { records: all.length, bytes };
  });
