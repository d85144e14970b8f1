import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';
import { imageSeen, renderDrawing } from './draw-page';
import { drawnInk, inkOf, keys, prediction, seenImage } from './pad';

const world = await smallWorld();

test('draws by keys, says where the pen is, and erases', async () => {
  const lab = fakeLab(world);
  await renderDrawing(lab);
  (page.getByRole('application', { name: 'Drawing by keys' }).element() as HTMLElement).focus();
  await keys('{ArrowUp}{ArrowLeft}');
  await expect.element(page.getByText('Row 14, column 14, empty')).toBeInTheDocument();
  await keys(' ');
  await expect.element(page.getByText('Row 14, column 14, inked')).toBeInTheDocument();
  await imageSeen(lab);
  const dot = inkOf(drawnInk);
  await keys('{Shift>}{ArrowDown>8/}{/Shift}');
  await imageSeen(lab);
  expect(inkOf(drawnInk)).toBeGreaterThan(3 * dot);
  expect(lab.store.getState().drawing.strokes).toHaveLength(2);
  await keys('{Control>}z{/Control}');
  await expect.poll(() => inkOf(drawnInk)).toBe(dot);
  await keys('{ArrowUp>8/} ');
  await expect.element(seenImage).not.toBeInTheDocument();
  await keys('{Enter}');
  await expect.element(prediction).toHaveTextContent('Draw a digit first');
});
