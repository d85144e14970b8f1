import type { Hand } from '../hand';
import { arc, type Knot, knot } from '../stroke';
import type { Allograph } from './allograph';

/** How far the pen goes around the loop, and how much narrower the loop has become by then. */
interface Closing {
  /** Degrees. */
  readonly sweep: number;
  readonly spiral: number;
}

/** Foot and loop, counter-clockwise from the left edge. */
function loopOf(hand: Hand, { sweep, spiral }: Closing, top = hand.between(0.36, 0.74)): Knot[] {
  const rx = hand.about(0.3, 0.08);
  return arc({
    x: rx,
    y: (1 + top) / 2,
    rx,
    ry: (1 - top) / 2,
    from: hand.about(175, 12),
    sweep: -sweep,
    spiral,
    tilt: hand.about(0, 12),
  });
}

/** From the top down to where the loop begins. */
const curvedStem = (hand: Hand): Knot[] => [
  knot(hand.about(0.36, 0.14), 0),
  knot(hand.about(0.1, 0.06), hand.about(0.34, 0.05)),
];

const closed = (hand: Hand): Closing => ({ sweep: hand.about(350, 20), spiral: hand.about(0.93, 0.07) });

export const SIX: readonly Allograph[] = [
  {
    name: 'curved stem',
    weight: 40,
    strokes: (hand) => [[...curvedStem(hand), ...loopOf(hand, closed(hand))]],
  },
  {
    name: 'straight stem',
    weight: 18,
    strokes: (hand) => [
      [
        knot(hand.about(0.16, 0.1), 0),
        knot(hand.about(0.05, 0.05), hand.about(0.38, 0.05)),
        ...loopOf(hand, closed(hand)),
      ],
    ],
  },
  {
    name: 'hooked top',
    weight: 8,
    strokes: (hand) => [
      [
        knot(hand.about(0.52, 0.06), hand.about(0.1, 0.04)),
        knot(hand.about(0.36, 0.05), 0),
        knot(hand.about(0.08, 0.04), hand.about(0.28, 0.05)),
        ...loopOf(hand, closed(hand)),
      ],
    ],
  },
  {
    name: 'loop rolled in',
    weight: 20,
    strokes: (hand) => [
      [
        ...curvedStem(hand),
        ...loopOf(
          hand,
          { sweep: hand.about(340, 30), spiral: hand.about(0.55, 0.12) },
          hand.between(0.2, 0.62),
        ),
      ],
    ],
  },
  {
    name: 'loop left open',
    weight: 14,
    strokes: (hand) => [
      [...curvedStem(hand), ...loopOf(hand, { sweep: hand.about(275, 22), spiral: hand.about(0.85, 0.1) })],
    ],
  },
  {
    name: 'all one spiral',
    weight: 4,
    strokes: (hand) => [
      arc({
        x: 0.42,
        y: 0.5,
        rx: hand.about(0.42, 0.07),
        ry: 0.5,
        from: hand.about(-70, 22),
        sweep: -hand.about(455, 25),
        spiral: hand.about(0.4, 0.1),
      }),
    ],
  },
  {
    name: 'end crossing the stem',
    weight: 15,
    strokes: (hand) => [
      [
        ...curvedStem(hand),
        ...loopOf(hand, { sweep: hand.about(318, 15), spiral: hand.about(0.95, 0.07) }),
        knot(hand.about(-0.13, 0.07), hand.about(0.73, 0.08)),
      ],
    ],
  },
];
