import { describe, expect, it } from 'vitest';
import { heldOutOf, type OwnDigit } from '../../../src/model/own-digit';
import { ownDigitsFile, readOwnDigitsFile } from '../../../src/model/own-digits-file';
import { ownDigit, ownDigits } from '../../fixtures/own-digits';

const read = (text: string) => readOwnDigitsFile(text, async () => {});

interface Written {
  format: string;
  version: number;
  digits: Record<string, unknown>[];
}

/** A file of two digits, with the second changed. */
function changed(patch: Record<string, unknown>): string {
  const file = JSON.parse(ownDigitsFile(ownDigits(2))) as Written;
  Object.assign(file.digits[1] as object, patch);
  return JSON.stringify(file);
}

describe('a file of own digits', () => {
  it('gives back what was written, points to a hundredth of a pixel', async () => {
    const printed: OwnDigit = { ...ownDigit(7), print: new Uint8Array(784).fill(9) };
    const reading = await read(ownDigitsFile([ownDigit(3), printed]));
    const rounded = [
      {
        width: 24,
        points: [
          { x: 100.12, y: 50 },
          { x: 100, y: 200, weight: 0.5 },
        ],
      },
    ];
    expect(reading).toEqual({
      ok: true,
      digits: [
        { ...ownDigit(3), strokes: rounded },
        { ...printed, strokes: rounded },
      ],
    });
  });

  it('leaves out what a stroke carries besides', async () => {
    const digit = ownDigit(3);
    const carrying = { ...digit, strokes: digit.strokes.map((stroke) => ({ ...stroke, moments: [1, 2] })) };
    expect(ownDigitsFile([carrying])).toBe(ownDigitsFile([digit]));
    expect(await read(ownDigitsFile([carrying]))).toMatchObject({ ok: true });
  });

  it.each([
    ['is not JSON', '{"format": ', { code: 'not-json' }],
    ['is something else', '[1, 2]', { code: 'other-format' }],
    ['is null', 'null', { code: 'other-format' }],
    [
      'has no list of digits',
      '{"format": "digit-lab-own-digits", "version": 1, "digits": {}}',
      { code: 'other-format' },
    ],
    ['is empty', '{"format": "digit-lab-own-digits", "version": 1, "digits": []}', { code: 'no-digits' }],
    [
      'is of another version',
      '{"format": "digit-lab-own-digits", "version": 2}',
      { code: 'other-version', version: 2 },
    ],
    [
      'has too many digits',
      JSON.stringify({ format: 'digit-lab-own-digits', version: 1, digits: new Array(1001).fill(0) }),
      { code: 'too-many' },
    ],
    ['is too large', ' '.repeat(16_000_001), { code: 'too-large' }],
  ])('is refused where it %s', async (_, text, problem) => {
    expect(await read(text)).toEqual({ ok: false, problem });
  });

  it.each([
    ['label', { label: 10 }],
    ['label', { label: '3' }],
    ['date', { date: 'yesterday' }],
    ['image', { image: 'AAAA' }],
    ['image', { image: `${'A'.repeat(1046)}==` }],
    ['image', { image: `${'*'.repeat(1046)}==` }],
    ['print', { print: 7 }],
    ['strokes.0.width', { strokes: [{ width: 1e9, points: [{ x: 0, y: 0 }] }] }],
    ['strokes.0.points.0.x', { strokes: [{ width: 1, points: [{ x: null, y: 0 }] }] }],
    ['strokes.0.points', { strokes: [{ width: 1, points: [] }] }],
    ['strokes', { strokes: new Array(201).fill({ width: 1, points: [{ x: 0, y: 0 }] }) }],
  ])('is refused by the digit and its field: %s', async (field, patch) => {
    expect(await read(changed(patch))).toEqual({
      ok: false,
      problem: { code: 'bad-digit', digit: 2, field },
    });
  });
});

describe('what a fine-tuning leaves out', () => {
  const idsOf = (...numbers: number[]) => new Set(numbers.map((number) => ownDigit(number).id));

  it('is every third digit', () => {
    expect(heldOutOf(ownDigits(7), new Set())).toEqual(idsOf(2, 5));
  });

  it('is never a digit that the network knows', () => {
    const digits = ownDigits(9).slice(1);
    expect(heldOutOf(digits, idsOf(1, 3, 4))).toEqual(idsOf(2, 5));
  });
});
