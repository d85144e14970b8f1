import { INPUT_SIZE } from '../../model/input.ts';
import type { LabelledImages } from '../dataset.ts';

/** Something that is allowed and will not work as it should. */
export interface DataWarning {
  readonly code:
    | 'all-black'
    | 'all-same'
    | 'some-black'
    | 'missing-class'
    | 'missing-test-class'
    | 'test-in-training';
  readonly found: string;
  /** Of which part, where it is one alone. */
  readonly part?: 'train' | 'test';
}

/** Of fewer black images nothing is said. */
const MANY = 0.1;
/** Images between two turns of the event loop. */
const PART = 2000;

/**
 * @param names - of the classes
 * @param yieldToEventLoop - called between parts
 */
export async function warningsOf(
  train: LabelledImages,
  test: LabelledImages,
  names: readonly string[],
  yieldToEventLoop: () => Promise<void>,
): Promise<DataWarning[]> {
  const warnings: DataWarning[] = [];
  const seen = await summaryOf(train, yieldToEventLoop);
  const tested = await summaryOf(test, yieldToEventLoop);
  for (const [part, { hashes, black }, { labels }] of [
    ['train', seen, train],
    ['test', tested, test],
  ] as const) {
    if (black === labels.length) warnings.push({ code: 'all-black', part, found: `${labels.length}` });
    else if (new Set(hashes).size === 1) warnings.push({ code: 'all-same', part, found: `${labels.length}` });
    else if (black > MANY * labels.length) warnings.push({ code: 'some-black', part, found: `${black}` });
  }
  const missing = (labels: Uint8Array) => [...names.keys()].filter((label) => !labels.includes(label));
  const [untrained, untested] = [missing(train.labels), missing(test.labels)];
  const named = (labels: readonly number[]) => labels.map((label) => names[label]).join(', ');
  if (untrained.length > 0) warnings.push({ code: 'missing-class', found: named(untrained) });
  const onlyUntested = untested.filter((label) => !untrained.includes(label));
  if (onlyUntested.length > 0) warnings.push({ code: 'missing-test-class', found: named(onlyUntested) });
  const known = new Set(seen.hashes);
  const shared = tested.hashes.filter((hash) => known.has(hash)).length;
  if (shared > 0 && !warnings.some(({ code }) => code === 'all-same' || code === 'all-black')) {
    warnings.push({ code: 'test-in-training', found: `${shared}` });
  }
  return warnings;
}

async function summaryOf(
  { images, labels }: LabelledImages,
  yieldToEventLoop: () => Promise<void>,
): Promise<{ readonly hashes: number[]; readonly black: number }> {
  const hashes: number[] = [];
  let black = 0;
  for (let image = 0; image < labels.length; image++) {
    const [hash, any] = hashOf(images, image * INPUT_SIZE);
    hashes.push(hash);
    if (any === 0) black++;
    if (image % PART === PART - 1) await yieldToEventLoop();
  }
  return { hashes, black };
}

/** FNV-1a twice over, four pixels at a time, 52 bits of it: of 70,000 images two alike by chance are one in a million. */
function hashOf(images: Uint8Array, from: number): [hash: number, any: number] {
  let [one, other, any] = [0x811c9dc5, 0x01234567, 0];
  for (let at = from; at < from + INPUT_SIZE; at += 4) {
    const four =
      (images[at] as number) |
      ((images[at + 1] as number) << 8) |
      ((images[at + 2] as number) << 16) |
      ((images[at + 3] as number) << 24);
    one = Math.imul(one ^ four, 0x01000193);
    one ^= one >>> 15;
    other = Math.imul(other ^ four, 0x85ebca6b);
    other ^= other >>> 13;
    any |= four;
  }
  return [(one >>> 0) * 2 ** 20 + (other >>> 12), any];
}
