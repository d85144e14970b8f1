import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ClassificationReport } from '../../../src/panels/classification-report/ClassificationReport';
import { Conclusions } from '../../../src/panels/conclusions/Conclusions';
import { Filters } from '../../../src/panels/filters/Filters';
import { Interventions } from '../../../src/panels/interventions/Interventions';
import { type FakeLab, fakeLab } from '../../fixtures/fake-lab';
import { network } from '../../fixtures/networks';
import { smallWorld } from '../../fixtures/small-world';
import { focus, textsOf } from '../choose';
import { renderLab } from '../render-lab';
import { withInterventions } from './with-interventions';

const panel = page.getByRole('region', { name: 'Interventions' });
const cost = panel.getByRole('status', { name: 'What it costs' });
const edits = panel.getByRole('listitem');
const filter = (number: number) => panel.getByRole('button', { name: `Filter ${number}`, exact: true });
const mute = (number: number) => panel.getByRole('button', { name: `Mute Filter ${number}`, exact: true });

/** With a world of its own, whose weights a test may change. */
async function start(notation = 'c4k5-p2-c6k3-p2-d10'): Promise<FakeLab> {
  const world = await smallWorld({ notation, training: 360, test: 20 });
  const lab = fakeLab(world);
  withInterventions(lab, world);
  lab.ready();
  return lab;
}

beforeEach(() => page.viewport(1000, 900));

test('takes filters out, says what that costs, and gives them back', async () => {
  const lab = await start();
  await renderLab(lab, <Interventions />);
  await expect.element(panel).toHaveTextContent('Nothing is trained yet');
  lab.trained();

  for (const number of [1, 2, 3]) {
    await filter(number).click();
    await mute(number).click();
  }
  await expect
    .poll(() => textsOf(edits))
    .toEqual(['Layer 1: Filter 1 muted', 'Layer 1: Filter 2 muted', 'Layer 1: Filter 3 muted']);
  const accuracy = () => /Accuracy ([\d.]+) % → ([\d.]+) %/.exec(cost.element().textContent ?? '')?.slice(1);
  // Three of four filters are not to be done without.
  await expect
    .poll(() => {
      const [before, after] = accuracy() ?? [];
      return Number(after) - Number(before);
    })
    .toBeLessThan(-20);
  const rows = textsOf(panel.getByRole('row'));
  expect(rows).toHaveLength(11);
  for (const row of rows.slice(1)) {
    const [, before, after, change] = row.replaceAll('−', '-').match(/(\S+) %\s+(\S+) %\s+(\S+)/) ?? [];
    expect(Number(after) - Number(before), row).toBeCloseTo(Number(change), 6);
    if (Number(change) !== 0) expect(row).toContain('points');
  }

  await panel.getByRole('button', { name: 'Undo last' }).click();
  await expect.element(edits).toHaveLength(2);
  await expect.element(mute(3)).toBeVisible();
  await panel.getByRole('button', { name: 'Undo all' }).click();
  await expect.element(edits).toHaveLength(0);
  await expect.element(panel).toHaveTextContent('the weights are as they were learnt');
  await expect.element(cost).not.toBeInTheDocument();
});

test('mutes a filter of a separable convolution, and says why its kernel can’t be changed', async () => {
  const lab = await start('s4k5s2-s6k3same-d10');
  lab.trained();
  await renderLab(lab, <Interventions />);
  await panel.getByRole('combobox', { name: 'Layer' }).selectOptions('2 · separable conv 3×3, 6 filters');
  await mute(1).click();
  await expect.poll(() => textsOf(edits)).toEqual(['Layer 2: Filter 1 muted']);
  await expect.element(cost).toHaveTextContent('Accuracy');
  await expect.element(panel).toHaveTextContent('one alone can’t be changed');
  await expect.element(panel.getByText('Its kernel', { exact: true })).not.toBeInTheDocument();
});

test('changes a kernel by the arrow keys, shows it among the filters, and forgets it with the next run', async () => {
  const lab = await start();
  lab.trained();
  await renderLab(
    lab,
    <>
      <Interventions />
      <Filters />
    </>,
  );
  await filter(2).click();
  const weight = panel.getByRole('spinbutton', { name: 'Weight in row 1, column 1' });
  await weight.fill('2');
  focus(weight);
  await userEvent.keyboard('{ArrowUp}');
  await expect.element(weight).toHaveValue(2.05);
  await expect.element(cost).toBeVisible();
  const kernel = page.getByRole('region', { name: 'Filters' }).getByRole('cell').first();
  await expect.element(kernel).toHaveTextContent('2.05');

  // Whoever presses Train has left the box, and the run begins from weights of its own.
  await filter(2).click();
  await lab.commands.edit([]);
  lab.trained();
  await expect.element(panel).toHaveTextContent('the weights are as they were learnt');
  await expect.element(weight).not.toHaveValue(2.05);
});

test('waits until the run is over, and for data that the network can read', async () => {
  const lab = await start();
  lab.trained();
  await renderLab(lab, <Interventions />);
  await expect.element(mute(1)).toBeEnabled();
  lab.emit({ type: 'phase', phase: 'paused' });
  await expect.element(panel).toHaveTextContent('possible when the run is over');
  await expect.element(mute(1)).toBeDisabled();
  lab.emit({ type: 'phase', phase: 'stopped' });
  await expect.element(mute(1)).toBeEnabled();
  const { settings, dataset } = lab.store.getState();
  const ofLetters = { ...settings, network: [...network('c4k5-p2-c6k3-p2-d26')] };
  lab.emit({ type: 'network', settings: ofLetters, trainedBatches: 8, weightsVersion: 99 });
  await expect.element(panel).toHaveTextContent('more or fewer classes apart than the data have');
  await expect.element(mute(1)).toBeDisabled();
  lab.emit({ type: 'dataset', dataset: { status: 'missing', id: dataset.id, problems: [] } });
  await expect.element(panel).toHaveTextContent('The data are not there');
  await expect.element(mute(1)).toBeDisabled();
});

test('says so where figures and sentences are of weights that a person has changed, and then advises nothing', async () => {
  const lab = await start();
  lab.trained();
  lab.actions.select({ part: 'validation' });
  await renderLab(
    lab,
    <>
      <Interventions />
      <ClassificationReport />
      <Conclusions />
    </>,
  );
  const conclusions = page.getByRole('region', { name: 'Conclusions' });
  await expect.element(conclusions.getByRole('heading', { name: 'What to try next' })).toBeVisible();
  await mute(1).click();
  await expect.element(cost).toBeVisible();
  const changed = 'with your changes of the weights';
  await expect
    .element(page.getByRole('region', { name: 'Classification report' }))
    .toHaveTextContent(changed);
  await expect.element(conclusions).toHaveTextContent(changed);
  await expect.element(conclusions).toHaveTextContent('digits are read right');
  await expect
    .element(conclusions.getByRole('heading', { name: 'What to try next' }))
    .not.toBeInTheDocument();
});
