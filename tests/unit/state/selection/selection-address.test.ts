import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLASS_LIMITS } from '../../../../src/model/network';
import { NO_SELECTION, withSelected } from '../../../../src/state/selection/selection';
import {
  addressFromView,
  type View,
  viewFromAddress,
  withoutView,
} from '../../../../src/state/selection/selection-address';

const PANELS = ['misclassified', 'filters'] as const;
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
/** Data may have so many classes. */
const digit = fc.integer({ min: 0, max: CLASS_LIMITS[1] - 1 });

const views: fc.Arbitrary<View> = fc.record({
  panel: fc.constantFrom('overview' as const, ...PANELS),
  selection: fc
    .record({
      part: optional(fc.constantFrom('train' as const, 'validation' as const, 'test' as const)),
      cell: fc
        .record({ truth: optional(digit), predicted: optional(digit) })
        .map((cell) => (cell.truth === undefined && cell.predicted === undefined ? undefined : cell)),
      image: optional(
        fc.record({ set: fc.constantFrom('train' as const, 'test' as const), position: fc.nat(69_999) }),
      ),
      digit: optional(digit),
      layer: optional(fc.nat(15)),
      filter: optional(fc.nat(255)),
    })
    .map((selection) => ({
      ...selection,
      filter: selection.layer === undefined ? undefined : selection.filter,
    })),
});

describe('the address of a view', () => {
  it('leads to the panel that one of before has become a part of', () => {
    expect(viewFromAddress('panel=experiments', ['filters', 'runs']).panel).toBe('runs');
    expect(viewFromAddress('panel=constructor', ['filters', 'runs']).panel).toBe('overview');
  });

  it('reads back what it wrote', () => {
    fc.assert(
      fc.property(views, (view) => {
        expect(viewFromAddress(addressFromView(view), PANELS)).toEqual(view);
      }),
    );
  });

  it('is empty for the overview with nothing selected', () => {
    expect(addressFromView({ panel: 'overview', selection: NO_SELECTION })).toBe('');
  });

  it('takes nothing from what is no view', () => {
    const hostile = [
      'panel=__proto__&cell=4-62&image=test--1&class=62&layer=24&filter=3',
      'panel=data&cell=49&image=other-3&class=1.5&layer=-1&part=all',
      'image=test-99999999999&class=&layer=0x3&cell=<b>',
    ];
    for (const query of hostile) {
      expect(viewFromAddress(query, PANELS)).toEqual({ panel: 'overview', selection: NO_SELECTION });
    }
  });

  it('is taken out of a query without the rest', () => {
    expect(withoutView('epochs=3&cell=4-9&image=test-1&x=1')).toBe('epochs=3&x=1');
  });
});

describe('a selection', () => {
  it('lets go of the filter with its layer', () => {
    const chosen = withSelected(NO_SELECTION, { layer: 2, filter: 5 });
    expect(withSelected(chosen, { layer: 2 }).filter).toBe(5);
    expect(withSelected(chosen, { digit: 3 }).filter).toBe(5);
    expect(withSelected(chosen, { layer: 0 }).filter).toBeUndefined();
    expect(withSelected(chosen, { layer: 0, filter: 1 })).toMatchObject({ layer: 0, filter: 1 });
  });
});
