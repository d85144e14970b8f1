import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { TrainingPanel } from '../../../src/panels/training/TrainingPanel';
import { fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';
import { renderLab } from '../render-lab';

const world = await smallWorld();
const curve = page.getByRole('img', { name: /^Learning rate over/ });
/** Where on the curve the run is. */
const place = () => curve.element().querySelector('path')?.getAttribute('d');

test('draws the learning rate of the run before it starts', async () => {
  const lab = fakeLab(world, { settings: { epochs: 40, learningRate: 0.005, schedule: 'one-cycle' } });
  await renderLab(lab, <TrainingPanel />);
  lab.ready();
  await expect
    .element(curve)
    .toHaveAccessibleName(
      'Learning rate over 40 epochs: rises from 0.0002 to 0.005 in epoch 12, falls to 0.000002',
    );
  await page.getByRole('combobox', { name: 'Schedule' }).selectOptions('Constant');
  await expect.element(curve).toHaveAccessibleName('Learning rate over 40 epochs: stays at 0.005');
  expect(place()).toBeUndefined();
});

test.each([
  ['Exponential', 'falls from 0.01 to 0.0001'],
  ['Step', 'falls from 0.01 to 0.0001'],
  ['Cosine', 'falls from 0.01 to 0'],
])('draws the schedule %s, and its warm-up', async (schedule, falls) => {
  await renderLab(fakeLab(world, { settings: { epochs: 10 } }), <TrainingPanel />);
  await page.getByRole('combobox', { name: 'Schedule' }).selectOptions(schedule);
  await expect.element(curve).toHaveAccessibleName(`Learning rate over 10 epochs: ${falls}`);
  await page.getByRole('textbox', { name: 'Warm-up' }).fill('0.2');
  await page.getByRole('combobox', { name: 'Schedule' }).click();
  await expect
    .element(curve)
    .toHaveAccessibleName(/^Learning rate over 10 epochs: rises from 0.0004 to 0.01 in epoch 2, /);
});

test('draws the rise of one cycle', async () => {
  const lab = fakeLab(world, { settings: { epochs: 10, rise: 0.1, schedule: 'one-cycle' } });
  await renderLab(lab, <TrainingPanel />);
  await expect.element(curve).toHaveAccessibleName(/ to 0.01 in epoch 1, /);
  await expect.element(page.getByRole('slider', { name: 'Warm-up' })).not.toBeInTheDocument();
  await page.getByRole('textbox', { name: 'Rise' }).fill('0.5');
  await page.getByRole('combobox', { name: 'Schedule' }).click();
  await expect.element(curve).toHaveAccessibleName(/ to 0.01 in epoch 5, /);
});

test('follows the learning rate while the run goes along it', async () => {
  const lab = fakeLab(world, { settings: { schedule: 'cosine' } });
  await renderLab(lab, <TrainingPanel />);
  lab.training();
  // One of two epochs is over: half of the way down.
  await expect.poll(place).toBe('M0.5 0.5h0');
  lab.emit({ type: 'batches', first: 4, batches: [{ loss: 1, accuracy: 0.8 }], weightsVersion: 99 });
  await expect.poll(place).toMatch(/^M0\.625 0\.69/);
  lab.emit({ type: 'phase', phase: 'stopped' });
  await expect.poll(place).toBeUndefined();
});
