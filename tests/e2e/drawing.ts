import type { CDPSession, Locator } from '@playwright/test';
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
async function replay(lab: LabPage, digit: number, send: Send): Promise<void> {
  await lab.canvas.scrollIntoViewIfNeeded();
  const box = await lab.canvas.boundingBox();
  if (!box) throw new Error('the canvas is not shown');
  const place = ([x, y]: UnitPoint) =>
    [box.x + box.width * (CORNER.x + SIZE * x), box.y + box.height * (CORNER.y + SIZE * y)] as const;
  for (const stroke of DIGIT_STROKES[digit] ?? []) {
    const points = stroke.map(place);
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

export async function drawWithMouse(lab: LabPage, digit: number): Promise<void> {
  const { mouse } = lab.page;
  await replay(lab, digit, async (moment, x, y) => {
    await mouse.move(x, y);
    if (moment === 'down') await mouse.down();
    if (moment === 'up') await mouse.up();
  });
}

export interface Finger {
  readonly id: number;
  readonly x: number;
  readonly y: number;
}
type TouchMoment = 'touchStart' | 'touchMove' | 'touchEnd' | 'touchCancel';

/**
 * Touch events as the browser gets them from a screen; the page's context needs `hasTouch`.
 * @param use - sends the fingers that are on the screen at a moment, in pixels of the viewport
 */
export async function withTouch(
  lab: LabPage,
  use: (send: (type: TouchMoment, fingers: readonly Finger[]) => Promise<void>) => Promise<void>,
): Promise<void> {
  const session = await lab.page.context().newCDPSession(lab.page);
  await use(async (type, fingers) => {
    await session.send('Input.dispatchTouchEvent', { type, touchPoints: [...fingers] });
  });
  await session.detach();
}

export async function drawWithTouch(lab: LabPage, digit: number): Promise<void> {
  const types = { down: 'touchStart', move: 'touchMove', up: 'touchEnd' } as const;
  await withTouch(lab, (send) =>
    replay(lab, digit, (moment, x, y) => send(types[moment], moment === 'up' ? [] : [{ id: 0, x, y }])),
  );
}

export async function drawWithPen(lab: LabPage, digit: number): Promise<void> {
  const session: CDPSession = await lab.page.context().newCDPSession(lab.page);
  const types = { down: 'mousePressed', move: 'mouseMoved', up: 'mouseReleased' } as const;
  await replay(lab, digit, async (moment, x, y) => {
    await session.send('Input.dispatchMouseEvent', {
      type: types[moment],
      x,
      y,
      button: 'left',
      buttons: moment === 'up' ? 0 : 1,
      clickCount: moment === 'move' ? 0 : 1,
      pointerType: 'pen',
    });
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

/** What a canvas shows, as an address that is the same for the same pixels. */
export const picture = (canvas: Locator) => canvas.evaluate((it: HTMLCanvasElement) => it.toDataURL());
