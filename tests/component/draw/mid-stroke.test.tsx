import { beforeEach, expect, test, vi } from 'vitest';
import { fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';
import { imageSeen, renderDrawing } from './draw-page';
import { button, device, pad, type Share, seenImage } from './pad';

const world = await smallWorld();
let lab: ReturnType<typeof fakeLab>;

const DOWN: readonly Share[] = [
  [0.4, 0.2],
  [0.45, 0.4],
  [0.5, 0.6],
  [0.55, 0.8],
];

beforeEach(async () => {
  lab = fakeLab(world);
  await renderDrawing(lab);
  // Where and so large that all places of the line are whole pixels of the window, in all sizes below.
  setPad({ position: 'fixed', left: '16px', top: '16px', zIndex: '1' });
});

/** Draws a line, and does something to the page while the pen is in the midst of it. */
async function drawWhile(change: () => void): Promise<readonly number[]> {
  const mouse = device('mouse');
  const [first = [0, 0], second = [0, 0], ...others] = DOWN;
  await mouse.down(first);
  await mouse.move(second);
  change();
  // The layout is that of the change before the pen moves on.
  await new Promise(requestAnimationFrame);
  for (const place of others) await mouse.move(place);
  await mouse.up(DOWN.at(-1) ?? [0, 0]);
  return imageSeen(lab);
}

test.each([
  ['the pad is laid out smaller', () => setPad({ width: '140px', height: '140px' })],
  ['the pad moves', () => setPad({ left: '56px', top: '32px' })],
  ['the page is zoomed', () => setPad({ zoom: '1.5' })],
])('makes the same image where %s in the midst of a stroke', async (_, change) => {
  const still = await drawWhile(() => undefined);
  expect(still.some((grey) => grey > 250)).toBe(true);
  setPad({ left: '16px', top: '16px' });
  await button('Clear').click();
  await expect.element(seenImage).not.toBeInTheDocument();
  const moved = await drawWhile(change);
  for (const [i, grey] of moved.entries()) expect(Math.abs(grey - (still[i] ?? 0))).toBeLessThanOrEqual(1);
});

const setPad = (style: Partial<CSSStyleDeclaration>) =>
  Object.assign((pad.element().parentElement as HTMLElement).style, style);

test.each([1.5, 3])(
  'makes the very same image where the screen turns to %f pixels a point in the midst of a stroke',
  async (ratio) => {
    const still = await drawWhile(() => undefined);
    await button('Clear').click();
    await expect.element(seenImage).not.toBeInTheDocument();
    const turned = await drawWhile(() => turnScreen(ratio));
    expect((pad.element() as HTMLCanvasElement).width).toBe(280 * ratio);
    expect(turned).toEqual(still);
    vi.restoreAllMocks();
  },
);

/** As when the window is taken to another screen. */
function turnScreen(ratio: number): void {
  vi.spyOn(window, 'devicePixelRatio', 'get').mockReturnValue(ratio);
  for (const query of queries) query.dispatchEvent(new Event('change'));
}

const queries: MediaQueryList[] = [];
const { matchMedia } = window;
window.matchMedia = (text) => {
  const query = matchMedia.call(window, text);
  if (text.includes('dppx')) queries.push(query);
  return query;
};
