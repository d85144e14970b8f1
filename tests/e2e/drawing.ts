import { DIGIT_STROKES, type UnitPoint } from '../fixtures/digit-strokes';
import type { LabPage } from './lab-page';

/** Longest side of a replayed digit and its place, share of the canvas' side: nobody draws exactly in the middle. */
const SIZE = 0.68;
const CORNER = { x: 0.13, y: 0.18 };
/** Pixels between two moves: a hand gives many points, and so must the test. */
const MOVE_LENGTH = 16;

type Moment = 'down' | 'move' | 'up';
type Send = (version: Moment, x: number, y: number) => Promise<void>;

/** Replays the pen strokes of a digit on the canvas by `send`, in pixels of the viewport. */
const replay = (lab: LabPage, digit: number, send: Send): Promise<void> =>
  replayStrokes(
    lab,
    (DIGIT_STROKES[digit] ?? []).map((stroke) =>
      stroke.map(([x, y]) => [CORNER.x + SIZE * x, CORNER.y + SIZE * y] as const),
    ),
    send,
  );

/** @param strokes - shares of the canvas' sides */
async function replayStrokes(
  lab: LabPage,
  strokes: readonly (readonly UnitPoint[])[],
  send: Send,
): Promise<void> {
  await lab.canvas.scrollIntoViewIfNeeded();
  const box = await lab.canvas.boundingBox();
  if (!box) throw new Error('the canvas is not shown');
  for (const stroke of strokes) {
    const points = stroke.map(([x, y]) => [box.x + box.width * x, box.y + box.height * y] as const);
    const [first] = points;
    if (!first) continue;
    await send('down', ...first);
    let [fromX, fromY] = first;
    for (const [x, y] of points.slice(1)) {
      const moves = Math.ceil(Math.hypot(x - fromX, y - fromY) / MOVE_LENGTH);
      for (let i = 1; i <= moves; i++) {
        const t = i / moves;
        await send('move', fromX + t * (x - fromX), fromY + t * (y - fromY));
      }
      [fromX, fromY] = [x, y];
    }
    await send('up', fromX, fromY);
  }
}

const byMouse =
  ({ page: { mouse } }: LabPage): Send =>
  async (moment, x, y) => {
    await mouse.move(x, y);
    if (moment === 'down') await mouse.down();
    if (moment === 'up') await mouse.up();
  };

export const drawWithMouse = (lab: LabPage, digit: number): Promise<void> => replay(lab, digit, byMouse(lab));

/** Four lines through the middle: much ink, and no digit. */
export const drawStarWithMouse = (lab: LabPage): Promise<void> =>
  replayStrokes(
    lab,
    [
      [
        [0.21, 0.21],
        [0.79, 0.79],
      ],
      [
        [0.79, 0.21],
        [0.21, 0.79],
      ],
      [
        [0.5, 0.14],
        [0.5, 0.86],
      ],
      [
        [0.18, 0.5],
        [0.82, 0.5],
      ],
    ],
    byMouse(lab),
  );

/** In one line: no other letter is like it, and no digit. */
export const drawLWithMouse = (lab: LabPage): Promise<void> =>
  replayStrokes(
    lab,
    [
      [
        [0.3, 0.2],
        [0.3, 0.8],
        [0.7, 0.8],
      ],
    ],
    byMouse(lab),
  );

/** With a finger; the page's context needs `hasTouch`. */
export async function drawWithTouch(lab: LabPage, digit: number): Promise<void> {
  const session = await lab.page.context().newCDPSession(lab.page);
  const types = { down: 'touchStart', move: 'touchMove', up: 'touchEnd' } as const;
  await replay(lab, digit, async (moment, x, y) => {
    const touchPoints = moment === 'up' ? [] : [{ id: 0, x, y }];
    await session.send('Input.dispatchTouchEvent', { type: types[moment], touchPoints });
  });
  await session.detach();
}

/** A place on the canvas, shares of its sides from 0 to 1, in pixels of the viewport. */
export async function onCanvas(lab: LabPage, x: number, y: number): Promise<{ x: number; y: number }> {
  await lab.canvas.scrollIntoViewIfNeeded();
  const box = await lab.canvas.boundingBox();
  if (!box) throw new Error('the canvas is not shown');
  return { x: box.x + x * box.width, y: box.y + y * box.height };
}
