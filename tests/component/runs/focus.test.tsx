import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { Runs } from '../../../src/panels/runs/Runs';
import { Sweeps } from '../../../src/panels/runs/sweeps/Sweeps';
import { type FakeLab, fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';
import { focus } from '../choose';
import { renderLab } from '../render-lab';
import { focusedRun, trainRuns } from './sweep-runs';

const world = await smallWorld();
const list = page.getByRole('region', { name: 'All runs' });
const sweep = page.getByRole('region', { name: 'Sweep', exact: true });

let lab: FakeLab;
beforeEach(async () => {
  await page.viewport(1400, 1000);
  lab = fakeLab(world);
  await renderLab(
    lab,
    <main tabIndex={-1}>
      <Runs />
      <Sweeps />
    </main>,
  );
  lab.ready();
});

test('follows a run that is brought back, and stays in the page’s content when it is forgotten', async () => {
  lab.trained();
  lab.trained();
  await list.getByRole('button', { name: 'Delete: run 1' }).click();
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await expect.poll(focusedRun).toBe('1');
  await list.getByRole('button', { name: 'Delete: run 1' }).click();
  await page.getByRole('button', { name: 'Forget it' }).click();
  const content = page.getByRole('main');
  await expect.element(content).toHaveFocus();
  // The table goes with the last run.
  const remove = list.getByRole('button', { name: 'Delete: run 2' });
  focus(remove);
  await remove.click();
  await expect.element(list).not.toBeInTheDocument();
  await expect.element(content).toHaveFocus();
});

test('stays on Pause when the sweep is over, and in its section when it is removed', async () => {
  await sweep.getByRole('button', { name: 'Start sweep' }).click();
  const pause = sweep.getByRole('button', { name: 'Pause' });
  (pause.element() as HTMLElement).focus();
  trainRuns(lab, world, [5, 1, 9]);
  await expect.element(sweep).toHaveTextContent('All 3 runs are over');
  await expect.element(pause).toHaveFocus();
  await expect.element(pause).toHaveAttribute('aria-disabled', 'true');
  await sweep.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect.element(sweep).toHaveFocus();
});

test('stays in the list of a sweep’s settings while it is changed', async () => {
  const button = (name: string) => sweep.getByRole('button', { name, exact: true });
  const first = sweep.getByLabelText('Setting 1');
  focus(first);
  await first.selectOptions('Optimizer');
  await expect.element(sweep.getByRole('group', { name: 'Values of Optimizer' })).toBeVisible();
  await expect.element(first).toHaveFocus();
  const add = button('Add a setting');
  for (const number of [2, 3, 4]) {
    await add.click();
    await expect.element(sweep.getByLabelText(`Setting ${number}`)).toBeVisible();
    await expect.element(add).toHaveFocus();
  }
  await expect.element(add).toHaveAttribute('aria-disabled', 'true');
  const removers = sweep.getByRole('listitem').getByRole('button', { name: 'Remove' });
  await removers.first().click();
  await expect.element(removers.first()).toHaveFocus();
  for (const left of [2, 1, 0]) {
    await removers.last().click();
    await expect.element(sweep.getByRole('listitem')).toHaveLength(left);
    await expect.element(add).toHaveFocus();
  }
});
