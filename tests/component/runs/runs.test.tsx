import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { mcnemar } from '../../../src/metrics/mcnemar';
import { Runs } from '../../../src/panels/runs/Runs';
import { type FakeLab, fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';
import { textsOf } from '../choose';
import { renderLab } from '../render-lab';
import { anotherRun } from './another-run';

const world = await smallWorld();
const panel = page.getByRole('region', { name: 'Runs', exact: true });
const list = panel.getByRole('region', { name: 'All runs' });
const rows = list.getByRole('row');
/** The numbers of the runs, from the top. */
const order = () => textsOf(list.getByRole('rowheader')).map((text) => Number(/\d+/.exec(text)?.[0]));
const button = (name: string | RegExp) => panel.getByRole('button', { name, exact: true });

let lab: FakeLab;
beforeEach(async () => {
  await page.viewport(1400, 1000);
  lab = fakeLab(world);
  await renderLab(lab, <Runs />);
  lab.ready();
});

/** Three runs: as it is, of another seed, and stopped. */
function threeRuns(): void {
  lab.trained();
  const settings = { ...world.settings, seed: 44 };
  lab.emit(...anotherRun(world, 'b', settings, 2));
  const stopped = anotherRun(world, 'c', { ...settings, epochs: 9 }, 3).filter(
    (event) => event.type !== 'tested' && !(event.type === 'read' && event.readings.part === 'test'),
  );
  lab.emit(...stopped.slice(0, -2), { type: 'phase', phase: 'stopped' });
}

test('lists each run that is over with its figures, their intervals and how it ended', async () => {
  await expect.element(panel).toHaveTextContent('No run is over yet');
  threeRuns();
  await expect.poll(order).toEqual([3, 2, 1]);
  // Each has a row of figures, and one of what can be done with it.
  const [, third, , second] = textsOf(rows);
  expect(third).toContain('stopped');
  expect(third).toContain('1 of 9');
  expect(third).toContain('–');
  expect(second).toContain('finished');
  expect(second).toMatch(/95\.00 \d\d\.\d\d to 9\d\.\d\d 98\.33/);
});

test('sorts by a column, and the other way round when it is pressed again', async () => {
  threeRuns();
  const head = (name: string) => list.getByRole('columnheader', { name });
  await head('Validation, %').getByRole('button').click();
  await expect.poll(order).toEqual([1, 3, 2].toSorted((a, b) => validationOf(b) - validationOf(a)));
  await expect.element(head('Validation, %')).toHaveAttribute('aria-sort', 'descending');
  await head('Validation, %').getByRole('button').click();
  await expect.poll(order).toEqual([1, 3, 2].toSorted((a, b) => validationOf(a) - validationOf(b)));
});

const validationOf = (number: number): number => {
  const { validation } = lab.store.getState().runs.find((run) => run.number === number) ?? {};
  return (validation?.right ?? 0) / (validation?.images ?? 1);
};

test('keeps a note as it was typed, which is text and nothing else', async () => {
  threeRuns();
  const note = list.getByRole('textbox', { name: 'Note on run 2' });
  await note.fill('<img src=x onerror=alert(1)>');
  await userEvent.keyboard('{Enter}');
  expect(lab.store.getState().runs[1]?.note).toBe('<img src=x onerror=alert(1)>');
  await expect.element(note).toHaveValue('<img src=x onerror=alert(1)>');
  expect(list.element().querySelector('img')).toBeNull();
});

test('deletes a run, and brings it back', async () => {
  threeRuns();
  await button('Delete: run 2').click();
  await expect.poll(order).toEqual([3, 1]);
  await expect.element(panel.getByText('Run 2 was deleted.')).toBeVisible();
  await button('Bring it back').click();
  await expect.poll(order).toEqual([3, 2, 1]);
  expect(lab.commands.forgetRun).not.toHaveBeenCalled();
});

test('names the settings in which the ticked runs differ, and tests two of them on the same images', async () => {
  threeRuns();
  const tick = (run: number) => list.getByRole('checkbox', { name: `Show the curve of run ${run}` });
  await button('Untick all').click();
  await expect.element(panel).toHaveTextContent('Tick two runs');
  await tick(1).click();
  await tick(2).click();
  const apart = panel.getByRole('region', { name: 'Settings that differ' });
  await expect.poll(() => textsOf(apart.getByRole('row')).slice(1)).toHaveLength(1);
  await expect.element(apart).toHaveTextContent('44');
  const { truth, predicted } = world.readings.test;
  const isRight = (i: number) => truth[i] === predicted[i];
  const positions = [...truth.keys()];
  const onlyFirst = positions.filter((i) => isRight(i) && i < 2).length;
  const onlySecond = positions.filter((i) => !isRight(i) && i >= 2).length;
  const table = panel.getByRole('table', { name: /Images by whether run 1 and run 2/ }).nth(1);
  const cells = textsOf(table.getByRole('row')).slice(1).join(' ');
  expect(cells).toContain(String(onlyFirst));
  expect(cells).toContain(String(onlySecond));
  expect(mcnemar(onlyFirst, onlySecond).p).toBeLessThan(0.05);
  await expect.element(panel.getByText(/hardly chance: p . [\d.]+/).nth(1)).toBeVisible();
  // A third makes it no pair any more.
  await tick(3).click();
  await expect.element(table).not.toBeInTheDocument();
  await expect.poll(() => textsOf(apart.getByRole('row'))).toHaveLength(3);
});

test('says of how many epochs the weights are kept, and looks back at a run whose are', async () => {
  threeRuns();
  await expect.element(button('Look back: run 2')).toHaveAttribute('aria-disabled', 'true');
  const runs = { a: [1, 2], b: [0, 1] };
  lab.emit({ type: 'kept-epochs', kept: { budgetBytes: 256e6, bytes: 5.3e6, runs } });
  await expect.element(panel).toHaveTextContent('Epochs kept: 3 of 4, 5.3 of 256 MB');
  await button('Look back: run 2').click();
  expect(lab.commands.lookBack).toHaveBeenCalledExactlyOnceWith({ run: 'b', epoch: 1 });
});

test('trains again with the settings of a run', async () => {
  threeRuns();
  await button('Train again: run 2').click();
  const { settings } = lab.store.getState();
  expect(settings.seed).toBe(44);
  expect(lab.commands.train).toHaveBeenCalledExactlyOnceWith(settings);
});

test('still starts experiments', async () => {
  lab.trained();
  await button('Try it: With dropout').click();
  expect(lab.commands.train).toHaveBeenCalledOnce();
  expect(lab.store.getState().settings.dropout).toBe(0.5);
});
