import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { openFile } from '../../../src/data/open-file';
import type { Chunk } from '../../../src/data/parquet/footer';
import { openParquet } from '../../../src/data/parquet/open-parquet';
import { readColumn } from '../../../src/data/parquet/read-column';
import type { Leaf } from '../../../src/data/parquet/schema';
import { decodeBytes, decodeNumbers } from '../../../src/data/parquet/values';
import { given } from './given';

/** As tests/fixtures/files/make-parquet.py writes them, 31 times one after the other, by the first word of a column's name. */
const VALUES: Readonly<Record<string, readonly (number | string)[]>> = {
  signed: [-128, -1, 0, 1, 127],
  unsigned: [0, 1, 127, 200, 255],
  large: [-(2 ** 31), 2 ** 31 - 1, 0, -1, 1],
  larger: [2 ** 32 - 1, 2 ** 31, 0, 1, 2],
  largest: [2 ** 53 - 1, 1 - 2 ** 53, 0, -1, 2 ** 32],
  fraction: [-2.5, 0, 0.25, 1, 65504],
  small: [2 ** -24, 2 ** -14, -(2 ** -20), 0, 1],
  truth: [1, 0, 1, 1, 0],
  bytes: ['', 'a', 'bc', '', 'def'],
};
const CONTEXT = { yieldToEventLoop: async () => {} };

it.each([
  ['first', 'types-1.parquet', 59],
  ['second', 'types-2.parquet', 59],
])('values of every type are read in every encoding from pages of the %s kind', async (_, name, count) => {
  const bytes = await readFile(new URL(`../../fixtures/files/${name}`, import.meta.url));
  const { source, footer } = await openParquet(openFile(given(name, new Uint8Array(bytes))));
  expect(footer.leaves).toHaveLength(count);
  const [group] = footer.groups;
  for (const [i, leaf] of footer.leaves.entries()) {
    const values = await valuesOf(leaf, group?.chunks[i] as Chunk);
    const [kind = ''] = leaf.path[0]?.split(' ') ?? [];
    const wanted = Array.from({ length: 31 }, () => VALUES[kind] ?? []).flat();
    expect([leaf.path[0], values]).toEqual([leaf.path[0], wanted]);
  }

  async function valuesOf(leaf: Leaf, chunk: Chunk): Promise<unknown[]> {
    const values: unknown[] = [];
    if (leaf.meaning === 'bytes') {
      const take = (value?: Uint8Array) => values.push(value && new TextDecoder().decode(value));
      await readColumn(source, leaf, chunk, decodeBytes, take, CONTEXT);
    } else {
      await readColumn(source, leaf, chunk, decodeNumbers, (value) => values.push(value), CONTEXT);
    }
    return values;
  }
});
