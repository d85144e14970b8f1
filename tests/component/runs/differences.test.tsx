import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { Runs } from '../../../src/panels/runs/Runs';
import type { EngineEvent } from '../../../src/protocol/engine-api';
import { type FakeLab, fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';
import { textsOf } from '../choose';
import { renderLab } from '../render-lab';
import { anotherRun } from './another-run';

const world = await smallWorld();
const { settings } = world;
const panel = page.getByRole('region', { name: 'Runs', exact: true });
const list = panel.getByRole('region', { name: 'All runs' });
const apart = panel.getByRole('region', { name: 'Settings that differ' });
const tick = (run: number) => list.getByRole('checkbox', { name: `Show the curve of run ${run}` });
const rows = () => textsOf(apart.getByRole('row')).slice(1);

let lab: FakeLab;
beforeEach(async () => {
  await page.viewport(1400, 1000);
  lab = fakeLab(world);
  await renderLab(lab, <Runs />);
  lab.ready();
});

const changed = { name: 'learningRate', batch: 2, from: settings.learningRate, to: 0.5 } as const;

/** Such a run, with something else told as it began. */
function run(id: string, ...told: EngineEvent[]): void {
  const events = anotherRun(world, id, settings, 2);
  const at = events.findIndex(({ type }) => type === 'run-started') + 1;
  lab.emit(...events.slice(0, at), ...told, ...events.slice(at));
}

test('says what was changed on the way of one run, from what to what and at which batch', async () => {
  run('a');
  run('b', { type: 'adjusted', changes: [changed] });
  await tick(1).click();
  const text = `batch 2: Learning rate ${settings.learningRate} → 0.5`;
  await expect.poll(rows).toHaveLength(1);
  expect(rows()[0]).toContain('Changed on the way');
  expect(rows()[0]).toContain('nothing');
  expect(rows()[0]).toContain(text);
  await expect.element(panel).not.toHaveTextContent('the same settings');
  // In the list as well.
  await expect.element(list).toHaveTextContent(text);
});

test('says where runs of the same settings were computed, where that is not the same', async () => {
  run('a');
  const { readout } = lab.store.getState();
  if (!readout) throw new Error('no engine');
  lab.emit({ type: 'engine', readout: { ...readout, backend: 'cpu', trainStep: 'reference' } });
  run('b');
  await tick(1).click();
  await expect.poll(rows).toEqual(['Backend WASM CPU', 'Train step Fast Reference (tfjs)']);
  run('c');
  await tick(2).click();
  await tick(1).click();
  await expect.element(panel).toHaveTextContent('the same settings, and were computed alike');
});

test('shows the training loss of runs of one epoch, of which one validation is no curve', async () => {
  run('z');
  const shown = (name: string) => panel.getByRole('radio', { name, exact: true });
  await expect.element(shown('Training loss')).toBeChecked();
  lab.trained();
  await expect.element(shown('Validation accuracy')).toBeChecked();
});

test('says that the oldest give way where more are ticked than can be told apart', async () => {
  for (const id of ['t', 'u', 'v', 'w', 'x', 'y', 'z']) run(id);
  for (const number of [1, 2, 3, 4, 5, 6]) {
    if (number > 1) await expect.element(panel).not.toHaveTextContent('can be told apart');
    lab.actions.chooseRun('tuvwxy'[number - 1] as string, true);
  }
  lab.actions.chooseRun('z', true);
  await expect.element(panel).toHaveTextContent('At most 6 curves can be told apart: 1 ticked run gives way');
  await expect.element(tick(1)).not.toBeChecked();
  await expect.element(tick(7)).toBeChecked();
});
