import type { Locator } from '@playwright/test';
import type { LabPage } from './lab-page';
import { expect, test } from './test';

/** The error that is made most often, as the matrix's table names it. */
async function mostFrequentError(lab: LabPage): Promise<{ cell: Locator; truth: string; predicted: string }> {
  const matrix = lab.region('Confusion matrix');
  await matrix.getByText('As a table').click();
  const cells = matrix.getByRole('button', { name: /true \d, predicted \d/ });
  await expect(cells.first()).toBeVisible();
  const labels = await cells.evaluateAll((cells) =>
    cells.map((cell) => cell.getAttribute('aria-label') ?? ''),
  );
  const errors = labels.flatMap((label) => {
    const [, truth = '', predicted = '', count] = /true (\d), predicted (\d): (\d+)/.exec(label) ?? [];
    return truth === predicted ? [] : [{ label, truth, predicted, count: Number(count) }];
  });
  const worst = errors.reduce((most, error) => (error.count > most.count ? error : most));
  expect(worst.count).toBeGreaterThan(0);
  return { ...worst, cell: matrix.getByRole('button', { name: worst.label, exact: true }) };
}

/** Draws or erases along a line, in shares of the canvas' side. */
async function drag(lab: LabPage, points: readonly (readonly [number, number])[]): Promise<void> {
  const box = await lab.canvas.boundingBox();
  if (!box) throw new Error('the canvas is not shown');
  const { mouse } = lab.page;
  for (const [i, [x, y]] of points.entries()) {
    await mouse.move(box.x + x * box.width, box.y + y * box.height, { steps: i === 0 ? 1 : 12 });
    if (i === 0) await mouse.down();
  }
  await mouse.up();
}

test('leads from a cell of the matrix to a changed prediction, and back', async ({ lab, page }) => {
  await lab.open('?train=2000&epochs=1&backend=wasm&part=validation');
  await lab.trainToTheEnd();
  await lab.openPanel('Confusion matrix');

  // Cell → its images.
  const { cell, truth, predicted } = await mostFrequentError(lab);
  await cell.click();
  const gallery = lab.region('Misclassified digits');
  const images = gallery.locator('[role=option]:not(option)');
  await expect(images.first()).toContainText(`${truth} read as ${predicted}`);
  await expect(page).toHaveURL(new RegExp(`cell=${truth}-${predicted}`));
  for (const text of await images.allInnerTexts()) {
    expect(text.replace(/\s+/g, ' ')).toContain(`${truth} read as ${predicted}`);
  }

  // Image → what the network makes of it. What to do next keeps its place, so that the images do not move.
  const next = gallery.getByRole('group', { name: 'More about this image' });
  await expect(next.getByRole('button', { name: 'Why' })).toBeDisabled();
  const place = await images.first().boundingBox();
  await images.first().click();
  await expect(next.getByRole('button', { name: 'Why' })).toBeEnabled();
  expect(await images.first().boundingBox()).toEqual(place);
  const strip = lab.region('Inside the network');
  await expect(strip).toContainText('the selected image');
  await gallery.getByRole('button', { name: 'Probabilities' }).click();
  const image = lab.region('Test image');
  await expect(image).toContainText(`Wrong: it is a ${truth}`);
  const link = page.url();
  for (const [button, panel] of [
    ['Activation maps', 'Activation maps'],
    ['Why', 'Why'],
    ['Neighbours', 'Projection'],
  ] as const) {
    await page
      .getByRole('group', { name: 'More about this image' })
      .getByRole('button', { name: button })
      .click();
    await expect(lab.region(panel)).toBeVisible();
    await page.goBack();
    await expect(image).toBeVisible();
  }

  // Image → canvas → another stroke → another answer.
  await image.getByRole('button', { name: 'Send to canvas' }).click();
  await expect(image).toContainText('You look at your drawing.');
  await image.getByRole('button', { name: /^Back to image \d+$/ }).click();
  await expect(image).toContainText(`Wrong: it is a ${truth}`);
  await image.getByRole('button', { name: 'Send to canvas' }).click();
  await expect(lab.prediction).toContainText(new RegExp(`^${predicted}`));
  await expect(strip).toContainText('your drawing');
  await page.getByRole('button', { name: 'Eraser' }).click();
  const rows = Array.from({ length: 14 }, (_, i) => 0.04 + i * 0.07);
  await drag(
    lab,
    rows.flatMap((y, i) =>
      i % 2
        ? ([
            [1, y],
            [0, y],
          ] as const)
        : ([
            [0, y],
            [1, y],
          ] as const),
    ),
  );
  await page.getByRole('button', { name: 'Eraser' }).click();
  const isOne = predicted === '1';
  await drag(
    lab,
    isOne
      ? [
          [0.3, 0.2],
          [0.7, 0.2],
          [0.45, 0.85],
        ]
      : [
          [0.5, 0.15],
          [0.5, 0.85],
        ],
  );
  await lab.button('Predict').click();
  await expect(lab.prediction).toContainText(new RegExp(`^(?!${predicted})\\d.*%`));

  // And back: the drawing by Undo, the image by the browser.
  for (let i = 0; i < 2; i++) await lab.button('Undo').click();
  await expect(lab.prediction).toContainText(new RegExp(`^${predicted}`));
  await page.goBack();
  await expect(image).toContainText(`Wrong: it is a ${truth}`);

  // The same link shows the same, given the data and a model.
  await lab.open(new URL(link).search);
  // Until then the network that ships reads it.
  await expect(image).toContainText(`it is a ${truth}`);
  await expect(strip).toContainText('the selected image');
  await lab.trainToTheEnd();
  await expect(image).toContainText(`Wrong: it is a ${truth}`);
});
