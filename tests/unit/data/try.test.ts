import { readFile, readdir } from 'node:fs/promises';
import { it } from 'vitest';
import { readFiles } from '../../../src/data/read-files';
import { given } from './given';
const dir = new URL('../../fixtures/files/', import.meta.url);
for (const name of (await readdir(dir)).filter((n) => n.endsWith('.parquet')))
  it(name, async () => {
    try {
      const r = await readFiles([given(name, new Uint8Array(await readFile(new URL(name, dir))))], { decode: async (p) => p.map(() => undefined), yieldToEventLoop: async () => {} });
      console.log(name, r.format, r.dataset.train.labels.length, r.dataset.test.labels.length, r.dataset.train.labels.slice(0, 12).join(), JSON.stringify(r.guesses.map((g) => g.because)), JSON.stringify(r.notes), JSON.stringify(r.warnings), r.folderNames?.join());
    } catch (e) { console.log(name, (e as Error).stack?.slice(0, 300), JSON.stringify((e as { problems: unknown }).problems)); }
  });
