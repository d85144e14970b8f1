import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { ClassificationReport } from '../../../src/panels/classification-report/ClassificationReport';
import { Conclusions } from '../../../src/panels/conclusions/Conclusions';
import { FASHION } from '../../fixtures/class-names';
import { fakeLab } from '../../fixtures/fake-lab';
import { network } from '../../fixtures/networks';
import { smallWorld } from '../../fixtures/small-world';
import { renderLab } from '../render-lab';

const world = await smallWorld();
const { evaluation } = world.readings.test;
const conclusions = page.getByRole('region', { name: 'Conclusions' });

beforeEach(() => page.viewport(1000, 900));

test('says what to do before there is anything to conclude from, then that the first epoch is under way', async () => {
  const lab = fakeLab(world);
  lab.ready();
  await renderLab(lab, <Conclusions />);
  await expect.element(conclusions).toHaveTextContent('Press Train');
  lab.emit(
    { type: 'run-started', run: 'a', startedAt: 0, settings: world.settings, batchesPerEpoch: 4 },
    { type: 'phase', phase: 'running' },
  );
  await expect.element(conclusions).toHaveTextContent('The first epoch is under way');
  await expect.element(conclusions).not.toHaveTextContent('Press Train');
});

test('rests on the figures of the run, and leads to the digit that a sentence is about', async () => {
  const lab = fakeLab(world);
  lab.trained();
  await renderLab(
    lab,
    <>
      <Conclusions />
      <ClassificationReport />
    </>,
  );
  const accuracy = (100 * evaluation.accuracy).toFixed(1);
  await expect.element(conclusions).toHaveTextContent(`${accuracy} % of 120 digits are read right`);
  await expect.element(conclusions).toHaveTextContent('Expected calibration error');

  const weakest = conclusions.getByRole('button', { name: /lowest recall|is read worst/ });
  const digit = /\d/.exec(weakest.element().textContent ?? '')?.[0];
  await weakest.click();
  expect(lab.store.getState().panel).toBe('classification-report');
  const report = page.getByRole('region', { name: 'Classification report' });
  await expect
    .element(report.getByRole('button', { name: `Digit ${digit}`, exact: true }))
    .toHaveAttribute('aria-pressed', 'true');
});

test('sets what to try next, keeps the focus, and says that it is set', async () => {
  const learningRate = 0.0001;
  const lab = fakeLab(world, { settings: { learningRate } });
  lab.trained();
  // No better than guessing: what a rate as low as this leaves.
  const { test: read } = world.readings;
  const predicted = new Uint8Array(read.truth.length);
  const confusion = evaluation.confusion.map((_, cell) => (cell % 10 === 0 ? 12 : 0));
  lab.emit({
    type: 'read',
    readings: { ...read, predicted, evaluation: { ...evaluation, accuracy: 0.1, confusion } },
  });
  await renderLab(lab, <Conclusions />);
  await expect.element(conclusions).toHaveTextContent('No better than guessing');
  await conclusions.getByRole('button', { name: 'Set Learning rate to 0.001', exact: true }).click();
  const isSet = conclusions.getByRole('button', { name: /^Learning rate 0.001: set for the next run/ });
  await expect.element(isSet).toBeDisabled();
  await expect.element(isSet).toHaveFocus();
  expect(lab.store.getState().settings.learningRate).toBe(0.001);
  // The run in sight stays what it was.
  expect(lab.store.getState().run.settings?.learningRate).toBe(learningRate);
});

test('speaks of images where the classes are no digits', async () => {
  const lab = fakeLab({
    ...world,
    data: { ...world.data, dataset: { ...world.data.dataset, classNames: FASHION } },
  });
  lab.trained();
  await renderLab(lab, <Conclusions />);
  await expect.element(conclusions).toHaveTextContent('of 120 images are read right');
});

test('stays there while an impossible network is typed: it speaks of the one in use', async () => {
  const lab = fakeLab(world);
  lab.commands.deadUnits.mockResolvedValue([{ layer: 1, dead: [0, 2, 3], units: 6, images: 200 }]);
  lab.pretrained();
  await renderLab(lab, <Conclusions />);
  await expect.element(conclusions).toHaveTextContent('3 of 6 filters');
  lab.actions.change({ network: [...network('d128-c8k3-d10')] });
  await expect.element(conclusions).toHaveTextContent('3 of 6 filters');
  lab.actions.change({ network: [...network('d20-d20-d10')] });
  await expect.element(conclusions).toHaveTextContent('3 of 6 filters');
});

test('speaks of dead units of the network in use, and not of one before while they are looked for', async () => {
  const lab = fakeLab(world);
  lab.commands.deadUnits.mockResolvedValue([{ layer: 1, dead: [0, 2, 3], units: 6, images: 200 }]);
  lab.trained();
  await renderLab(lab, <Conclusions />);
  await expect.element(conclusions).toHaveTextContent('3 of 6 filters');
  lab.commands.deadUnits.mockReturnValue(new Promise(() => undefined));
  lab.trained();
  await expect.element(conclusions).toHaveTextContent('Looking for');
  await expect.element(conclusions).not.toHaveTextContent('3 of 6 filters');
});
