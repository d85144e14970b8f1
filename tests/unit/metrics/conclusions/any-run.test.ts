import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conclusions } from '../../../../src/metrics/conclusions/conclusions';
import type { Finding, FindingCode } from '../../../../src/metrics/conclusions/finding';
import type { RunFacts } from '../../../../src/metrics/conclusions/run-facts';
import { NO_FACTS, readings } from './facts';

const conclude = (facts: Partial<RunFacts>): Finding[] => conclusions({ ...NO_FACTS, ...facts });

const share = fc.double({ min: 0, max: 1, noNaN: true });
const mean = fc.record({
  images: fc.constant(5000),
  loss: fc.double({ min: 1e-6, max: 20, noNaN: true }),
  accuracy: share,
});
const pair = fc.record({
  truth: fc.integer({ min: 0, max: 9 }),
  predicted: fc.integer({ min: 0, max: 9 }),
  times: fc.integer({ min: 0, max: 40 }),
  probability: fc.double({ min: 0.11, max: 1, noNaN: true }),
});
const anyFacts = fc.record({
  readings: fc.option(fc.array(pair, { maxLength: 30 }).map(readings), { nil: undefined }),
  training: fc.array(mean, { maxLength: 5 }),
  validation: fc.array(mean, { maxLength: 5 }),
  divergedAfter: fc.option(fc.nat(), { nil: undefined }),
  before: fc.option(fc.constant({ right: 4900, images: 5000 }), { nil: undefined }),
});

describe('the conclusions of any run', () => {
  it('rest on finite figures, with shares between 0 and 1 and each value within its interval', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        for (const { figures, code } of conclude(facts)) {
          const values = Object.values(figures);
          expect(values.length).toBeGreaterThan(0);
          expect(values.filter((value) => !Number.isFinite(value))).toEqual([]);
          if (!('low' in figures)) continue;
          const value = 'recall' in figures ? figures.recall : figures.accuracy;
          expect(value, code).toBeGreaterThanOrEqual(figures.low - 1e-12);
          expect(value, code).toBeLessThanOrEqual(figures.high + 1e-12);
        }
      }),
    );
  });

  it('select cells that have images', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        for (const { select } of conclude(facts)) {
          if (!select.cell) continue;
          const { truth, predicted } = select.cell;
          expect(facts.readings?.confusion[10 * truth + predicted]).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('never contradict each other', () => {
    const exclusive: FindingCode[][] = [
      ['no-errors', 'confused', 'scattered', 'chance'],
      ['weakest', 'even'],
      ['overfitting', 'underfitting'],
      ['overfitting', 'improving'],
      ['loss-rises', 'improving'],
      ['overconfident', 'underconfident'],
      ['better-than-before', 'worse-than-before', 'same-as-before'],
    ];
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const codes = new Set(conclude(facts).map(({ code }) => code));
        for (const group of exclusive) {
          expect(group.filter((code) => codes.has(code)).length).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
