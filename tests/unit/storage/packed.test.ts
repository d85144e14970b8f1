import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DamagedRecord, pack, unpack } from '../../../src/storage/packed';

const array = fc.oneof(
  fc.float32Array({ noNaN: false }),
  fc.float64Array(),
  fc.uint8Array(),
  fc.uint32Array(),
  fc.int32Array(),
);
const { tree: record } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3 },
    array,
    fc.double(),
    fc.integer(),
    fc.string(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(fc.string({ minLength: 1 }), tie('tree'), { maxKeys: 4 }),
  ),
}));

it('gives back what was packed, with its typed arrays and numbers that JSON does not know', () => {
  fc.assert(
    fc.property(record, (value) => {
      // JSON has no −0.
      fc.pre(!JSON.stringify(value)?.includes('__proto__'));
      expect(withoutSign(unpack(pack(value)))).toEqual(withoutSign(value));
    }),
  );
});

it('leaves out what is undefined', () => {
  expect(unpack(pack({ a: 1, b: undefined }))).toEqual({ a: 1 });
});

it('takes a view of a part of some memory for that part', () => {
  const all = Float32Array.from({ length: 10 }, (_, i) => i);
  expect(unpack(pack([all.subarray(3, 5)]))).toEqual([Float32Array.of(3, 4)]);
});

it('notices every change of a bit, and every length', () => {
  const packed = pack({ weights: [Float32Array.of(1, 2, 3)], name: 'a network', loss: Number.NaN });
  fc.assert(
    fc.property(fc.nat(packed.length - 1), fc.nat(7), (at, bit) => {
      const damaged = packed.slice();
      damaged[at] = (damaged[at] as number) ^ (1 << bit);
      expect(() => unpack(damaged)).toThrow(DamagedRecord);
    }),
    { numRuns: 500 },
  );
  for (const length of [0, 3, 11, 12, packed.length - 1]) {
    expect(() => unpack(packed.subarray(0, length))).toThrow(DamagedRecord);
  }
});

it('refuses what is right by its checksum and none of its own', () => {
  const places = [
    { $array: 'Float32Array', at: 0, length: 1e9 },
    { $array: 'Float32Array', at: 2, length: 1 },
    { $array: 'Uint8Array', at: -8, length: 1 },
    { $array: 'Uint8Array', at: 0.5, length: 1 },
    { $array: '__proto__', at: 0, length: 0 },
    { $array: 'Function', at: 0, length: 0 },
    { $array: 'Uint8Array' },
  ];
  for (const place of places) {
    expect(() => unpack(pack({ place, values: Float32Array.of(1, 2, 3) }))).toThrow(DamagedRecord);
  }
});

/** −0 is 0 in JSON. */
function withoutSign(value: unknown): unknown {
  if (typeof value === 'number') return value + 0;
  if (ArrayBuffer.isView(value)) return value;
  if (Array.isArray(value)) return value.map(withoutSign);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withoutSign(part)]));
}
