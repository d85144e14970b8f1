import { textOf } from './lab-page';
import { expect, test } from './test';

const SMALL = '?preset=tfjs-examples&backend=wasm&train=512&batch=32&epochs=1&seed=5';

test('shows what a filter of the trained network is good for, gives it back, and forgets all with the next run', async ({
  lab,
  page,
}) => {
  await lab.openWithOwnFiles(SMALL);
  await lab.trainToTheEnd();
  await lab.openPanel('Interventions');
  const panel = lab.region('Interventions');
  const cost = panel.getByRole('status', { name: 'What it costs' });
  const edits = panel.getByRole('listitem');
  const weight = panel.getByRole('spinbutton', { name: 'Weight in row 1, column 1' });

  // Pressed one after the other, without waiting for the reading in between.
  for (const number of [1, 2, 3]) {
    await panel.getByRole('button', { name: `Filter ${number}`, exact: true }).click();
    await panel.getByRole('button', { name: `Mute Filter ${number}` }).click();
  }
  await expect(edits).toHaveCount(3);
  await expect(panel.locator('[data-pending]')).toHaveCount(0);
  await expect(cost).toContainText(/Accuracy [\d.]+ % → [\d.]+ %.*of 50 digits/);
  const muted = await textOf(cost);
  await panel.getByRole('button', { name: 'Undo all' }).click();
  await expect(edits).toHaveCount(0);
  await expect(cost).toHaveCount(0);

  await panel.getByRole('button', { name: 'Filter 2', exact: true }).click();
  await weight.fill('2');
  await expect(edits).toHaveText(['Layer 1: Filter 2, kernel of channel 1 changed']);
  // Undone, the others have no part in it.
  await expect(cost).toContainText(/^Accuracy/);
  expect(await textOf(cost)).not.toBe(muted);
  await lab.openPanel('Filters');
  await expect(lab.region('Filters').getByRole('cell').first()).toHaveText('2.00');

  await lab.trainToTheEnd();
  await expect(lab.region('Filters').getByRole('cell').first()).not.toHaveText('2.00');
  await lab.openPanel('Interventions');
  await expect(panel).toContainText('the weights are as they were learnt');
  await expect(page.getByText('with your changes of the weights')).toHaveCount(0);
});
