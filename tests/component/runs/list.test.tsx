import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { Runs } from '../../../src/panels/runs/Runs';
import { Sweeps } from '../../../src/panels/runs/sweeps/Sweeps';
import { type FakeLab, fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';
import { textsOf } from '../choose';
import { renderLab } from '../render-lab';
import { anotherRun } from './another-run';
import { focusedRun, trainRuns } from './sweep-runs';

const world = await smallWorld();
/** Of the middle column where the window is 1440 wide. */
const WIDTH = 714;
const list = page.getByRole('region', { name: 'All runs' });
const sweep = page.getByRole('region', { name: 'Sweep', exact: true });

let lab: FakeLab;
beforeEach(async () => {
  await page.viewport(1440, 1000);
  lab = fakeLab(world);
  await renderLab(
    lab,
    <div style={{ width: WIDTH }}>
      <Runs />
      <Sweeps />
    </div>,
  );
  lab.ready();
});

test('fits beside both columns of the page, with no heading in more than two lines', async () => {
  lab.trained();
  lab.emit(...anotherRun(world, 'z', { ...world.settings, seed: 44, learningRate: 0.004, epochs: 9 }, 3));
  await expect.element(list.getByRole('row').nth(3)).toBeVisible();
  const { scrollWidth, clientWidth } = list.element();
  expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
  const heads = list.getByRole('columnheader').elements();
  expect(heads).toHaveLength(8);
  const lineHeight = Number.parseFloat(getComputedStyle(document.body).lineHeight) || 20;
  for (const head of heads) {
    expect(head.clientHeight, head.textContent ?? '').toBeLessThan(2.9 * lineHeight);
  }
});

test('has all columns for those who ask, which scroll', async () => {
  lab.trained();
  await page.getByRole('checkbox', { name: 'All columns' }).click();
  await expect.element(list.getByRole('columnheader', { name: 'Train step' })).toBeInTheDocument();
  expect(list.getByRole('columnheader').elements()).toHaveLength(14);
  await expect.element(list.getByRole('textbox', { name: 'Note on run 1' })).toBeInTheDocument();
});

test('says how a run that ended early came to its end', async () => {
  const events = anotherRun(world, 'z', { ...world.settings, epochs: 9 }, 3);
  const at = events.findIndex(({ type }) => type === 'tested');
  const ending = { reason: 'patience', epochs: 1, keptEpoch: 1 } as const;
  lab.emit(...events.slice(0, at), { type: 'epochs-ended', ending }, ...events.slice(at));
  await expect.element(list).toHaveTextContent('early, epoch 1 of 1 kept');
});

test('folds the runs of a sweep into a line, until one of them is sought', async () => {
  lab.trained();
  await sweep.getByRole('button', { name: 'Start sweep' }).click();
  trainRuns(lab, world, [5, 1, 9]);
  const group = list.getByRole('button', { name: 'Sweep 1: 3 runs' });
  await expect.element(group).toHaveAttribute('aria-expanded', 'false');
  await expect.element(list).toHaveTextContent('best by validation: run 3');
  const numbers = () =>
    textsOf(list.getByRole('rowheader')).flatMap((text) =>
      /^\d+/.exec(text.trim())?.[0] ? [text.trim()[0]] : [],
    );
  expect(numbers()).toEqual(['1']);
  await sweep.getByRole('button', { name: 'Go to run 2 in the list' }).click();
  await expect.element(group).toHaveAttribute('aria-expanded', 'true');
  await expect.poll(focusedRun).toBe('2');
  expect(numbers()).toEqual(['4', '3', '2', '1']);
  await group.click();
  await expect.poll(numbers).toEqual(['1']);
});

test('shows all of a sweep of one setting on a phone', async () => {
  await page.viewport(390, 800);
  // As wide as a panel is there.
  const narrow = await renderLab(
    lab,
    <div style={{ width: 332 }}>
      <Sweeps />
    </div>,
  );
  await sweep.last().getByRole('button', { name: 'Start sweep' }).click();
  trainRuns(lab, world, [5, 1, 9]);
  await expect.element(sweep.last().getByRole('region').getByRole('row').nth(3)).toBeVisible();
  const found = narrow.container.querySelector<HTMLElement>('[aria-label="Results of the sweep"]');
  expect(found?.scrollWidth).toBeLessThanOrEqual(found?.clientWidth ?? 0);
});
