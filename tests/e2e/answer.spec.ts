import type { Page } from '@playwright/test';
import { drawWithMouse } from './drawing';
import type { LabPage } from './lab-page';
import { expect, NO_REAL_DATA, test } from './test';

const nearest = (page: Page) => page.getByRole('button', { name: /^Training image [\d,]+, a \d$/ });

/** Straight lines with the mouse, in CSS pixels of the canvas. */
async function drawLines(lab: LabPage, lines: readonly (readonly (readonly [number, number])[])[]) {
  const { mouse } = lab.page;
  await lab.canvas.scrollIntoViewIfNeeded();
  const box = await lab.canvas.boundingBox();
  if (!box) throw new Error('the canvas is not shown');
  for (const [start, ...rest] of lines) {
    if (!start) continue;
    await mouse.move(box.x + start[0], box.y + start[1]);
    await mouse.down();
    for (const [x, y] of rest) await mouse.move(box.x + x, box.y + y, { steps: 10 });
    await mouse.up();
  }
}

const STAR = [
  [
    [60, 60],
    [220, 220],
  ],
  [
    [220, 60],
    [60, 220],
  ],
  [
    [140, 40],
    [140, 240],
  ],
  [
    [50, 140],
    [230, 140],
  ],
] as const;

test('says in words how sure it is, and what the drawing is most like', async ({ lab, page }) => {
  test.skip(!lab.realData, NO_REAL_DATA);
  await lab.open();
  await drawWithMouse(lab, 7);
  await expect(lab.prediction).toContainText('7');
  const panel = lab.region('Draw a digit');
  await expect(panel).toContainText(/almost certain|very likely/);
  await expect(nearest(page)).toHaveCount(5);
  expect(
    (await nearest(page).allInnerTexts()).filter((label) => label.trim() === '7').length,
  ).toBeGreaterThan(2);
  await expect(panel).not.toContainText('does not look like a digit');
  const sizeOf = async () => (await nearest(page).first().locator('canvas').boundingBox())?.width;
  const atRest = await sizeOf();
  expect(atRest, 'pixels').toBeGreaterThan(40);
  await nearest(page).first().hover();
  expect(await sizeOf(), 'pixels under the pointer').toBe(atRest);
  await nearest(page).first().click();
  await expect(page).toHaveURL(/image=train-\d+/);
  await expect(lab.region('Inside the network')).toContainText('the selected image');
});

test('says when a drawing looks like no digit, and takes it back with the drawing', async ({ lab, page }) => {
  test.skip(!lab.realData, NO_REAL_DATA);
  await lab.open();
  await drawLines(lab, STAR);
  const panel = lab.region('Draw a digit');
  await expect(lab.prediction).toContainText(/^\s*This does not look like a digit\./);
  await expect(panel).toContainText('if it is a digit');
  await expect(page.getByRole('img', { name: 'What the network saw' })).toBeVisible();
  await lab.button('Clear').click();
  await expect(panel).not.toContainText('This does not look like a digit.');
  await drawWithMouse(lab, 3);
  await expect(lab.prediction).toContainText('3');
  await expect(nearest(page)).toHaveCount(5);
  await expect(panel).not.toContainText('This does not look like a digit.');
});

test('says that the percentages are calibrated', async ({ lab, page }) => {
  test.skip(!lab.realData, NO_REAL_DATA);
  await lab.open();
  await page.getByText('How far to believe it').click();
  await expect(lab.region('Draw a digit')).toContainText(/a temperature, here \d\.\d\d,/);
});
