import { describe, expect, it } from 'vitest';
import { costOf, digitsToTell, pointsBetween } from '../../../src/panels/interventions/cost';
import {
  type Edits,
  isMuted,
  kernelEditAt,
  mutedOf,
  toggleMute,
  withKernel,
  withoutKernel,
} from '../../../src/panels/interventions/edit-list';
import { MOST_UNITS, unitPictures } from '../../../src/panels/interventions/unit-pictures';

/** Counts of digits read right and as the next digit. */
function evaluation(right: readonly number[], wrong: readonly number[]) {
  const confusion = new Array<number>(100).fill(0);
  right.forEach((count, digit) => {
    confusion[11 * digit] = count;
    confusion[10 * digit + ((digit + 1) % 10)] = wrong[digit] ?? 0;
  });
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  const images = sum(right) + sum(wrong);
  return { images, loss: 0, accuracy: sum(right) / images, confusion };
}

describe('costOf', () => {
  const before = evaluation([10, 9, 8, 10, 10, 10, 10, 10, 10, 0], [0, 1, 2, 0, 0, 0, 0, 0, 0, 0]);
  const after = evaluation([10, 5, 9, 8, 10, 10, 10, 10, 10, 0], [0, 5, 1, 2, 0, 0, 0, 0, 0, 0]);

  it('tells the recall of each digit before and after', () => {
    const { recalls } = costOf(before, after);
    expect(recalls[1]).toMatchObject({ digit: 1, before: 0.9, after: 0.5 });
    expect(recalls[2]?.change).toBeCloseTo(0.1, 12);
    expect(recalls[0]?.change).toBe(0);
  });

  it('counts the images that were lost', () => {
    expect(costOf(before, after)).toMatchObject({ images: 90, right: -5 });
  });

  it('names the digit that lost most, and none where none lost', () => {
    expect(costOf(before, after).lostMost?.digit).toBe(1);
    expect(costOf(before, before).lostMost).toBeUndefined();
  });

  it('has no recall for a digit without images', () => {
    expect(costOf(before, after).recalls[9]).toEqual({
      digit: 9,
      before: undefined,
      after: undefined,
      change: 0,
    });
  });
});

describe('the figures beside each other', () => {
  it('add up as they are written', () => {
    // 97.96 - 96.24 = 1.72, but 98.0 and 96.2 stand there.
    expect(pointsBetween(0.9796, 0.9624, 1)).toBe(-1.8);
    expect(pointsBetween(0.5, 0.6, 1)).toBe(10);
  });

  it('have digits enough to tell what changed', () => {
    expect(digitsToTell([[0.8512, 0.851]])).toBe(2);
    expect(
      digitsToTell([
        [0.85, 0.8],
        [0.3, 0.3],
      ]),
    ).toBe(1);
    expect(digitsToTell([[0.5, 0.5 + 1e-9]])).toBe(5);
  });
});

describe('the list of edits', () => {
  const place = { layer: 2, filter: 1, input: 3 };
  const muted: Edits = [{ kind: 'mute', layer: 2, filter: 1 }];

  it('mutes a filter once, and lets it speak again', () => {
    const edits = toggleMute(toggleMute([], 2, 1), 2, 5);
    expect([...mutedOf(edits, 2)]).toEqual([1, 5]);
    expect(mutedOf(edits, 0).size).toBe(0);
    expect(isMuted(edits, 2, 1)).toBe(true);
    expect(toggleMute(edits, 2, 5)).toEqual(muted);
  });

  it('holds one edit of a kernel, the newest, at its end', () => {
    const first = withKernel([], place, [1]);
    const edits = withKernel(toggleMute(first, 2, 1), place, [2]);
    expect(edits).toEqual([...muted, { kind: 'kernel', ...place, values: [2] }]);
    expect(kernelEditAt(edits, place)?.values).toEqual([2]);
    expect(kernelEditAt(edits, { ...place, input: 0 })).toBeUndefined();
  });

  it('gives a kernel back as it was learnt and keeps the other edits', () => {
    expect(withoutKernel(withKernel(muted, place, [1]), place)).toEqual(muted);
  });
});

describe('unitPictures', () => {
  it('shows each unit by the length of its weights', () => {
    const weights = {
      layer: 3,
      shape: [2, 2],
      kernel: Float32Array.of(3, 1, 4, 0),
      bias: new Float32Array(2),
    };
    expect([...unitPictures(weights).values]).toEqual([5, 1]);
  });

  it('shows no more than a page of them', () => {
    const units = MOST_UNITS + 10;
    const weights = {
      layer: 3,
      shape: [1, units],
      kernel: new Float32Array(units),
      bias: new Float32Array(units),
    };
    expect(unitPictures(weights).count).toBe(MOST_UNITS);
  });
});
