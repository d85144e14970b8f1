import { expect, it } from 'vitest';
import type { GivenFile } from '../../../../src/data/given-file';
import { GivenFiles } from '../../../../src/engine/data/given-files';
import { ChunkedFileTransfer } from '../../../../src/state/data/chunked-file-transfer';

const filesOf = (count: number, name = 'x'): GivenFile[] =>
  Array.from({ length: count }, (_, i) => ({ path: `${name}/${i}`, file: new Blob() }));

/** Hands files over to what the engine keeps; the answer is what it then has. */
function set() {
  const kept = new GivenFiles();
  const hands = new ChunkedFileTransfer();
  const portions: number[] = [];
  const hand = (files: readonly GivenFile[], isWanted = () => true) =>
    new Promise<readonly GivenFile[]>((done) => {
      hands.hand(files, {
        commands: {
          async giveFiles(some, before) {
            portions.push(some.length);
            kept.add(some, before);
          },
        },
        isWanted,
        end: (...rest) => done(kept.whole(...rest)),
      });
    });
  return { hand, portions };
}

it('hands a handful of files over at once and many in portions, in their order', async () => {
  const { hand, portions } = set();
  const few = filesOf(4);
  expect(await hand(few)).toEqual(few);
  expect(portions).toEqual([]);
  const many = filesOf(100);
  expect(await hand(many)).toEqual(many);
  expect(Math.max(...portions)).toBeLessThanOrEqual(30);
});

it('gives up files when others were given in their place, and never mixes two sets', async () => {
  const { hand } = set();
  let asked = 0;
  void hand(filesOf(100, 'first'), () => ++asked < 3);
  const others = filesOf(70, 'second');
  expect(await hand(others)).toEqual(others);
});
