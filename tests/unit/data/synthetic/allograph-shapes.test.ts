import { describe, expect, it } from 'vitest';
import { ALLOGRAPHS } from '../../../../src/data/synthetic/allographs/choose';
import { Hand } from '../../../../src/data/synthetic/hand';
import type { Knot, Stroke } from '../../../../src/data/synthetic/stroke';
import { RandomStream } from '../../../../src/model/random';

const HANDS = 300;

/** A digit's way of writing in many hands. */
function written(digit: number, name: string): (readonly Stroke[])[] {
  const way = ALLOGRAPHS[digit]?.find((allograph) => allograph.name === name);
  if (!way) throw new Error(`there is no ${digit} called ${name}`);
  return Array.from({ length: HANDS }, (_, i) => way.strokes(new Hand(new RandomStream(3, 'digits', i))));
}

const inOneStroke = (digit: number, name: string): Stroke[] =>
  written(digit, name).map((strokes) => {
    expect(strokes).toHaveLength(1);
    return strokes[0] as Stroke;
  });

const at = (stroke: Stroke, i: number): Knot => stroke.at(i) as Knot;
const gap = (a: Knot, b: Knot): number => Math.hypot(a.x - b.x, a.y - b.y);
const shareOf = <T>(all: readonly T[], is: (one: T) => boolean): number => all.filter(is).length / all.length;

/** Of a nine that ends in four knots of a flat tail. */
function partsOf(stroke: Stroke) {
  const [neck, belly, turn, end] = stroke.slice(-4) as [Knot, Knot, Knot, Knot];
  return { head: stroke.slice(0, -4), neck, belly, turn, end };
}

describe.each(['small head, flat tail', 'flat tail'])('a nine with a %s', (name) => {
  const nines = inOneStroke(9, name).map(partsOf);

  it('ends in a flat stroke to the left, at the foot', () => {
    for (const { belly, turn, end } of nines) {
      expect(end.y).toBeGreaterThan(0.8);
      expect(Math.abs(end.y - turn.y)).toBeLessThan(0.2);
      expect(end.x).toBeLessThan(belly.x - 0.25);
    }
    expect(shareOf(nines, ({ belly, end }) => belly.x - end.x > 0.6)).toBeGreaterThan(0.3);
  });

  it('has a closed head and never comes back to the middle at its right, so that it is no three', () => {
    for (const { head, neck, belly } of nines) {
      const width = Math.max(...head.map(({ x }) => x)) - Math.min(...head.map(({ x }) => x));
      const height = Math.max(...head.map(({ y }) => y)) - Math.min(...head.map(({ y }) => y));
      expect(gap(at(head, 0), at(head, -1))).toBeLessThan(0.6 * Math.max(width, height));
      // A three does so between its bowls.
      expect(Math.min(neck.x, belly.x)).toBeGreaterThan(width * 0.5);
    }
  });
});

describe('a nine with a small head', () => {
  it('turns over twice now and then', () => {
    const knots = inOneStroke(9, 'small head, straight stem').map(({ length }) => length);
    expect(shareOf(knots, (count) => count > 15)).toBeGreaterThan(0.2);
    expect(shareOf(knots, (count) => count > 15)).toBeLessThan(0.4);
  });
});

describe('a nine whose head is a mere hook', () => {
  it('begins right of the hook’s back, which a hooked seven does not', () => {
    for (const stroke of inOneStroke(9, 'head a mere hook')) {
      const back = Math.min(...stroke.slice(0, 5).map(({ x }) => x));
      expect(at(stroke, 0).x - back).toBeGreaterThan(0.08);
    }
    for (const stroke of inOneStroke(7, 'hooked, with a bowed stem')) {
      expect(at(stroke, 0).x).toBeLessThan(0.1);
      expect(at(stroke, 1).y).toBeLessThan(at(stroke, 0).y + 0.1);
    }
  });
});

describe('a seven crossed without lifting', () => {
  const sevens = inOneStroke(7, 'crossed without lifting');

  it('turns back at the foot and leaves to the right far above it, where a two leaves at the foot', () => {
    for (const stroke of sevens) {
      const foot = stroke.findIndex(({ y }) => y === 1);
      expect(foot).toBe(stroke.length - 5);
      const [, , back, bar, end] = stroke.slice(foot) as [Knot, Knot, Knot, Knot, Knot];
      expect(back.y).toBeLessThan(0.9);
      expect(bar.x).toBeLessThan(end.x - 0.1);
      expect(end.y).toBeLessThan(0.8);
    }
  });
});

describe('a four', () => {
  it('with a short second stroke begins that far below the first one’s top, and crosses the bar', () => {
    for (const [left, short] of written(4, 'second stroke short')) {
      const bar = at(left as Stroke, -1).y;
      expect(at(short as Stroke, 0).y).toBeGreaterThan(0.12);
      expect(at(short as Stroke, 0).y).toBeLessThan(bar + 0.12);
      expect(at(short as Stroke, -1).y).toBe(1);
    }
  });

  it('in one stroke and tall goes up to a corner lower than where it began', () => {
    for (const stroke of inOneStroke(4, 'tall, in one stroke')) {
      const peak = stroke.find(({ sharp }) => sharp) as Knot;
      expect(peak.y).toBeGreaterThan(0.1);
      expect(peak.x).toBeGreaterThan(at(stroke, 2).x);
    }
  });

  it('like a lightning bolt goes left, right and left', () => {
    for (const [a, b, c, d] of inOneStroke(4, 'like a lightning bolt') as unknown as Knot[][]) {
      expect((b as Knot).x).toBeLessThan((a as Knot).x);
      expect((c as Knot).x).toBeGreaterThan((b as Knot).x + 0.1);
      expect((d as Knot).x).toBeLessThan((c as Knot).x + 0.1);
    }
  });
});

describe('a one with a long flag', () => {
  it('has it rise to the top, where the bar of a seven is level', () => {
    for (const stroke of inOneStroke(1, 'with a long flag')) {
      const start = at(stroke, 0);
      expect(-start.x).toBeGreaterThan(0.25);
      expect(start.y / -start.x).toBeGreaterThan(0.6);
      expect(at(stroke, 2)).toMatchObject({ x: 0, y: 0, sharp: true });
    }
  });
});

describe('a one with a steep flag', () => {
  it('has it come down beside the stem, leaving it', () => {
    for (const stroke of inOneStroke(1, 'with a steep flag')) {
      const start = at(stroke, 0);
      expect(start.y).toBeGreaterThan(0.4);
      expect(-start.x / start.y).toBeLessThan(0.5);
      expect(start.x).toBeLessThan(at(stroke, 1).x + 0.05);
    }
  });
});

describe('a zero slashed right through', () => {
  it('has a slash that ends outside of its ring', () => {
    const ends = written(0, 'slashed right through').flatMap(([ring, slash]) => {
      const xs = (ring as Stroke).map(({ x }) => x);
      const [left, right] = [Math.min(...xs), Math.max(...xs)];
      // In radii of the ring.
      return (slash as Stroke).map(({ x, y }) =>
        Math.hypot((2 * x - left - right) / (right - left), 2 * y - 1),
      );
    });
    expect(Math.min(...ends)).toBeGreaterThan(0.85);
    expect(shareOf(ends, (radii) => radii > 1)).toBeGreaterThan(0.9);
  });
});

describe('an eight', () => {
  it('with a small head has an upper loop much narrower than the lower one', () => {
    for (const stroke of inOneStroke(8, 'small head')) {
      expect(at(stroke, 8).x - at(stroke, 2).x).toBeLessThan(0.55);
    }
  });

  it('begun left of the waist goes on to the right', () => {
    for (const stroke of inOneStroke(8, 'begun left of the waist')) {
      expect(at(stroke, 0).x).toBeLessThan(at(stroke, 1).x + 0.05);
    }
  });
});
