import { cdp, type Locator, page, userEvent } from 'vitest/browser';
import type { Stroke } from '../../../src/ink/stroke';
import { PAD_SIDE } from '../../../src/ink/stroke';
import { DIGIT_STROKES } from '../../fixtures/digit-strokes';

/** On the pad, shares of its sides. */
export type Share = readonly [x: number, y: number];

export const pad = page.getByRole('img', { name: 'Drawing canvas' });
export const seenImage = page.getByRole('img', { name: 'Image the network sees' });
export const drawnInk = page.getByRole('img', { name: 'Ink on the canvas' });
export const prediction = page.getByRole('status', { name: 'Prediction' });
export const topThree = page.getByRole('list', { name: 'Top 3 probabilities' });
export const button = (name: string) => page.getByRole('button', { name, exact: true });

/** Room for the whole pad, in which a pixel of the page is one of the window. */
export const showWholePad = () => page.viewport(900, 700);

/** In pixels of the window, of which the tests' page is a frame. What was pressed before may have scrolled the pad away. */
export function onPad([x, y]: Share): { readonly x: number; readonly y: number } {
  pad.element().scrollIntoView({ block: 'nearest' });
  const box = pad.element().getBoundingClientRect();
  const frame = window.frameElement?.getBoundingClientRect() ?? { x: 0, y: 0 };
  return { x: Math.round(frame.x + box.x + x * box.width), y: Math.round(frame.y + box.y + y * box.height) };
}

/** A mouse or a pen as the browser gets it from a device. */
export function device(pointerType: 'mouse' | 'pen', force = 0) {
  const send = async (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', place: Share) => {
    const isUp = type === 'mouseReleased';
    await cdp().send('Input.dispatchMouseEvent', {
      ...onPad(place),
      type,
      pointerType,
      force: isUp ? 0 : force,
      button: 'left',
      buttons: isUp ? 0 : 1,
      clickCount: 1,
    });
  };
  return {
    down: (place: Share) => send('mousePressed', place),
    move: (place: Share) => send('mouseMoved', place),
    up: (place: Share) => send('mouseReleased', place),
    /** From the first place to the last. */
    async draw(...places: readonly Share[]) {
      for (const [i, place] of places.entries()) await (i === 0 ? this.down(place) : this.move(place));
      await this.up(places.at(-1) ?? [0, 0]);
    },
  };
}

type Moment = 'touchStart' | 'touchMove' | 'touchEnd' | 'touchCancel';

/** Touch events as the browser gets them from a screen. @param fingers - those that are on it, in order */
export async function touch(type: Moment, ...fingers: readonly Share[]): Promise<void> {
  const touchPoints = fingers.map((place, id) => ({ id, ...onPad(place) }));
  // The browser waits for the page's answer to all of them but this one, which asks none.
  const { promise: cancelled, resolve } = Promise.withResolvers<Event>();
  if (type === 'touchCancel') window.addEventListener('touchcancel', resolve, { once: true });
  await cdp().send('Input.dispatchTouchEvent', { type, touchPoints });
  if (type === 'touchCancel') await cancelled;
}

/** A digit as somebody writes it, neither in the middle nor as large as the pad. */
export const digitStrokes = (digit: number): readonly Stroke[] =>
  (DIGIT_STROKES[digit] ?? []).map((points) => ({
    width: 24,
    points: points.map(([x, y]) => ({ x: PAD_SIDE * (0.13 + 0.68 * x), y: PAD_SIDE * (0.18 + 0.68 * y) })),
  }));

/** What a canvas shows, the same for the same pixels. */
export const picture = (canvas: Locator): string => (canvas.element() as HTMLCanvasElement).toDataURL();

/** Greys of a picture, 0 to 255, row by row. */
export function greysOf(canvas: Locator): number[] {
  const it = canvas.element() as HTMLCanvasElement;
  const { data } = it.getContext('2d')?.getImageData(0, 0, it.width, it.height) ?? { data: [] };
  return Array.from({ length: data.length / 4 }, (_, i) => data[4 * i] ?? 0);
}

export const inkOf = (canvas: Locator): number => greysOf(canvas).reduce((sum, grey) => sum + grey, 0);

/** Presses keys where the focus is. */
export const keys = (text: string) => userEvent.keyboard(text);
