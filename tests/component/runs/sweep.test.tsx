import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { Runs } from '../../../src/panels/runs/Runs';
import { Sweeps } from '../../../src/panels/runs/sweeps/Sweeps';
import { type FakeLab, fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';
import { choose, textsOf } from '../choose';
import { renderLab } from '../render-lab';
import { askedFor, focusedRun, trainRuns } from './sweep-runs';

const world = await smallWorld();
const sweep = page.getByRole('region', { name: 'Sweep', exact: true });
const button = (name: string | RegExp) => sweep.getByRole('button', { name, exact: true });
const field = (name: string) => sweep.getByRole('textbox', { name, exact: true });
const results = sweep.getByRole('region', { name: 'Results of the sweep' });

let lab: FakeLab;
beforeEach(async () => {
  await page.viewport(1400, 1000);
  lab = fakeLab(world, { settings: { learningRate: 0.01, epochs: 9 } });
  await renderLab(
    lab,
    <>
      <Runs />
      <Sweeps />
    </>,
  );
});

test('says beforehand how many runs of how many epochs that makes, and why it can’t begin', async () => {
  await expect.element(sweep).toHaveTextContent('3 runs: 3 of 9 epochs');
  await expect.element(sweep).toHaveTextContent('The data are still loading.');
  await expect.element(button('Start sweep')).toHaveAttribute('aria-disabled', 'true');
  lab.ready();
  await expect.element(button('Start sweep')).toHaveAttribute('aria-disabled', 'false');
  await button('Add a setting').click();
  await sweep.getByLabelText('Setting 2').selectOptions('Optimizer');
  const optimizers = sweep.getByRole('group', { name: 'Values of Optimizer' }).getByRole('checkbox');
  const count = optimizers.elements().length;
  await expect.element(sweep).toHaveTextContent(`${3 * count} runs: ${3 * count} of 9 epochs`);
  for (const optimizer of optimizers.all()) await optimizer.click();
  await expect.element(sweep).toHaveTextContent('Tick at least one value of each setting.');
  await expect.element(button('Start sweep')).toHaveAttribute('aria-disabled', 'true');
  await button('Remove Optimizer').click();
  await field('From').fill('1');
  await field('To').click();
  await expect.element(sweep).toHaveTextContent('A setting’s first value is above its last.');
  await button('Remove Learning rate').click();
  await expect.element(sweep).toHaveTextContent('Add a setting to sweep.');
});

test('refuses more runs than it trains, and draws some of them instead', async () => {
  lab.ready();
  await button('Add a setting').click();
  await sweep.getByLabelText('Setting 2').selectOptions('Dropout');
  for (const box of field('Values').all()) await box.fill('9');
  await field('To').first().click();
  await expect.element(sweep).toHaveTextContent('That makes 81 runs; a sweep has at most 64.');
  await expect.element(button('Start sweep')).toHaveAttribute('aria-disabled', 'true');
  await choose(sweep.getByRole('radio', { name: 'Random draws' }));
  await expect.element(sweep).toHaveTextContent('12 runs: 12 of 9 epochs');
});

test('trains round by round, and shows what validates best first', async () => {
  lab.ready();
  await choose(sweep.getByRole('radio', { name: 'Random draws' }));
  await sweep.getByRole('checkbox', { name: 'Successive halving' }).click();
  await field('How many').fill('3');
  await field('To').click();
  await expect.element(sweep).toHaveTextContent('4 runs: 3 of 3 epochs, 1 of 9 epochs');
  await button('What successive halving is').click();
  await expect.element(sweep).toHaveTextContent('the third that validates best goes on');
  await button('Start sweep').click();
  await expect.element(sweep).toHaveTextContent('Run 1 of 4, round 1 of 2');
  expect(askedFor(lab).epochs).toBe(3);
  trainRuns(lab, world, [5, 1, 9]);
  await expect.element(sweep).toHaveTextContent('Run 4 of 4, round 2 of 2');
  await expect.element(results.getByRole('row').nth(1)).toHaveTextContent('Run 2');
  trainRuns(lab, world, [2], 'last');
  await expect.element(sweep).toHaveTextContent('All 4 runs are over');
  const rows = textsOf(results.getByRole('row')).slice(1);
  expect(rows.map((row) => /^Run \d/.exec(row)?.[0])).toEqual(['Run 4', 'Run 1', 'Run 3']);
  // Of the three that were trained for fewer epochs none is as good as the one that went on.
  expect(rows.map((row) => / ([39]) /.exec(row)?.[1])).toEqual(['9', '3', '3']);
  await expect.element(sweep.getByRole('img', { name: 'Parallel coordinates of the sweep' })).toBeVisible();
  await expect.element(sweep).toHaveTextContent('Nothing is chosen by the test images');
  expect(results.element().textContent).not.toContain('Test');
});

test('is paused and resumed without losing a run, and gives its best settings to the controls', async () => {
  lab.ready();
  await button('Start sweep').click();
  trainRuns(lab, world, [1]);
  await expect.element(sweep).toHaveTextContent('Run 2 of 3');
  await expect.element(button('Remove')).toHaveAttribute('aria-disabled', 'true');
  await button('Pause').click();
  expect(lab.commands.stop).toHaveBeenCalledOnce();
  lab.emit({ type: 'phase', phase: 'stopped' });
  await expect.element(sweep).toHaveTextContent('Paused after 1 of 3 runs');
  expect(lab.store.getState().settings.learningRate).toBe(0.01);
  await button('Resume').click();
  trainRuns(lab, world, [5, 9], 'again');
  await expect.element(sweep).toHaveTextContent('All 3 runs are over');
  expect(textsOf(results.getByRole('row'))[1]).toMatch(/^Run 1 Fast, WASM Use these 0\.0025 9 /);
  await button('Use these settings: Learning rate 0.0025').click();
  expect(lab.store.getState().settings).toMatchObject({ learningRate: 0.0025, epochs: 9 });
  await expect.element(button('In use: Learning rate 0.0025')).toBeVisible();
});

test('leads from a result to its run, and is put away without it', async () => {
  lab.ready();
  await button('Start sweep').click();
  trainRuns(lab, world, [5, 1, 9]);
  await button('Go to run 2 in the list').click();
  await expect.poll(focusedRun).toBe('2');
  await button('Remove').click();
  await expect.element(results).not.toBeInTheDocument();
  expect(lab.store.getState().runs).toHaveLength(3);
});
