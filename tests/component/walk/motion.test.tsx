import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { REST, scanTime } from '../../../src/panels/walk/scan';
import { Walk } from '../../../src/panels/walk/Walk';
import { fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';
import { focus } from '../choose';
import { renderLab } from '../render-lab';
import { setReducedMotion } from './reduce-motion';

const world = await smallWorld({ training: 120, test: 20 });
const panel = page.getByRole('region', { name: 'Walk-through', exact: true });
const status = panel.getByRole('status');
const map = panel.getByRole('application');
const button = (name: string) => panel.getByRole('button', { name, exact: true });

/** Of the first convolution, 24×24. */
const PIXELS = 576;

beforeEach(async () => {
  await page.viewport(1000, 900);
  holdFrames();
  const lab = fakeLab(world);
  lab.trained();
  await renderLab(lab, <Walk />);
});
afterEach(() => vi.restoreAllMocks());

/** What waits for the next frame of the browser, which comes when the test says so. */
const waiting = new Map<number, FrameRequestCallback>();
let now = 0;

function holdFrames(): void {
  waiting.clear();
  let asked = 0;
  vi.spyOn(window, 'requestAnimationFrame').mockImplementation((paint) => {
    waiting.set(++asked, paint);
    return asked;
  });
  vi.spyOn(window, 'cancelAnimationFrame').mockImplementation((frame) => {
    waiting.delete(frame);
  });
}

/** As many frames as take some time, milliseconds. */
function pass(milliseconds: number): void {
  for (const end = now + milliseconds; now < end; ) {
    now += 50;
    const due = [...waiting.values()];
    waiting.clear();
    for (const paint of due) paint(now);
  }
}

/** Pixels of what comes out that are in place. */
function inPlace(): number {
  const canvas = map.element().querySelector('canvas') as HTMLCanvasElement;
  const { data } = (canvas.getContext('2d') as CanvasRenderingContext2D).getImageData(
    0,
    0,
    canvas.width,
    canvas.height,
  );
  return data.filter((alpha, i) => i % 4 === 3 && alpha > 0).length;
}

/** The map has begun, and is not complete. */
async function isBuilding(): Promise<void> {
  await expect
    .poll(() => {
      pass(50);
      return inPlace();
    })
    .toBeLessThan(PIXELS);
}

test('Next builds the map up pixel by pixel, and stops there', async () => {
  await expect.element(status).toHaveTextContent('Step 1 of 10');
  await button('Next').click();
  await isBuilding();
  const begun = inPlace();
  pass(scanTime(PIXELS) / 2);
  await expect.poll(inPlace).toBeGreaterThan(begun);
  expect(inPlace()).toBeLessThan(PIXELS);
  pass(scanTime(PIXELS) + REST);
  await expect.poll(inPlace).toBe(PIXELS);
  await expect.element(button('Play')).toBeVisible();
  pass(60_000);
  await expect.element(status).toHaveTextContent('Step 2 of 10');
});

test('Play walks on, Pause holds it, and a chosen pixel puts the whole map in place', async () => {
  await button('2 conv 5×5').click();
  await isBuilding();
  await button('Pause').click();
  await expect.element(button('Play')).toBeVisible();
  const held = inPlace();
  pass(60_000);
  expect(inPlace()).toBe(held);

  await button('Play').click();
  await expect.element(button('Pause')).toBeVisible();
  pass(scanTime(PIXELS) + REST + 100);
  await expect.element(status).toHaveTextContent('Step 3 of 10: ReLU');
  await isBuilding();
  focus(map);
  await userEvent.keyboard('{ArrowRight}');
  await expect.poll(inPlace).toBe(PIXELS);
});

test('where the system asks for less motion nothing moves: each step shows its end', async () => {
  setReducedMotion(true);
  await button('Next').click();
  await expect.element(status).toHaveTextContent('Step 2 of 10');
  await expect.poll(inPlace).toBe(PIXELS);
  await expect.element(button('Pause')).not.toBeInTheDocument();
});
