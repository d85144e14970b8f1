import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appendBatches, NO_BATCHES } from '../../../../src/state/run/batch-log';

const batch = fc.record({
  loss: fc.float({ noNaN: true }),
  accuracy: fc.float({ min: 0, max: 1, noNaN: true }),
});

describe('appendBatches', () => {
  it('holds what was appended, in whatever portions', () => {
    fc.assert(
      fc.property(fc.array(fc.array(batch, { maxLength: 700 }), { maxLength: 8 }), (portions) => {
        const log = portions.reduce(appendBatches, NO_BATCHES);
        const all = portions.flat();
        expect(log.length).toBe(all.length);
        expect([...log.loss]).toEqual(all.map(({ loss }) => loss));
        expect([...log.accuracy]).toEqual(all.map(({ accuracy }) => accuracy));
      }),
    );
  });

  it('leaves the log that it grew from as it was', () => {
    const first = appendBatches(NO_BATCHES, [{ loss: 1, accuracy: 0.5 }]);
    appendBatches(first, [{ loss: 2, accuracy: 0.25 }]);
    expect([...first.loss]).toEqual([1]);
    expect(NO_BATCHES.length).toBe(0);
  });
});
