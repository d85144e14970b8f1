import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { initialWeights } from '../../../src/model/initial-weights';
import { planOf } from '../../../src/model/shapes';
import { Filters } from '../../../src/panels/filters/Filters';
import { fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';
import { focus, textsOf } from '../choose';
import { renderLab } from '../render-lab';

const SIZE = { training: 120, test: 20 };
const panel = page.getByRole('region', { name: 'Filters' });
const filters = panel.getByRole('group', { name: 'Filters of the layer' }).getByRole('button');

beforeEach(() => page.viewport(1000, 900));

test('shows the filters of each convolution, and keeps the choice', async () => {
  const lab = fakeLab(await smallWorld({ notation: 'c6k5-p2-c9k3-d10', ...SIZE }));
  lab.ready();
  await renderLab(lab, <Filters />);
  await expect.element(filters).toHaveLength(6);
  await panel.getByRole('combobox', { name: 'Layer' }).selectOptions('3 · conv 3×3, 9 filters');
  await expect.element(filters).toHaveLength(9);
  await expect.element(panel).toHaveTextContent('486 weights');

  focus(filters.first());
  await userEvent.keyboard('{ArrowRight}{Enter}');
  await expect.element(panel.getByRole('table')).toHaveTextContent('Filter 2');
  await expect.element(panel.getByRole('cell')).toHaveLength(9);
  await panel.getByRole('combobox', { name: 'Input channel' }).selectOptions('6 of 6');
  await expect.element(panel.getByRole('table')).toHaveTextContent('channel 6');
  expect(lab.store.getState().selection).toMatchObject({ layer: 2, filter: 1 });
});

test('shows what the filters of a separable convolution do to a map, and counts the weights that it learns', async () => {
  const lab = fakeLab(await smallWorld({ notation: 'c4k5s2-s6k3-d10', ...SIZE }));
  lab.ready();
  await renderLab(lab, <Filters />);
  await panel.getByRole('combobox', { name: 'Layer' }).selectOptions('2 · separable conv 3×3, 6 filters');
  await expect.element(filters).toHaveLength(6);
  // 9 · 4 of the kernels, 4 · 6 that mix their maps.
  await expect.element(panel).toHaveTextContent('60 weights');
  await expect.element(panel.getByRole('cell')).toHaveLength(9);
  await panel.getByText('What is this?').click();
  await expect.element(panel).toHaveTextContent('Shown is their product');
});

test('says what to do where there is no convolution', async () => {
  const lab = fakeLab(await smallWorld({ notation: 'd16-d10', ...SIZE }));
  lab.ready();
  await renderLab(lab, <Filters />);
  await expect.element(panel).toHaveTextContent('no convolution');
});

test('shows other weights after training', async () => {
  const world = await smallWorld({ notation: 'c4k3-p2-d10', ...SIZE });
  const { settings, network } = world;
  const learnt = await network.runtime.weights();
  network.setWeights(initialWeights(planOf(settings.network), { init: 'he', initStd: 1, seed: 9 }));
  const lab = fakeLab(world);
  lab.ready();
  lab.actions.select({ layer: 0, filter: 0 });
  await renderLab(lab, <Filters />);
  await expect.element(panel).toHaveTextContent('untrained');
  const cells = panel.getByRole('cell');
  await expect.element(cells).toHaveLength(9);
  const before = textsOf(cells);

  network.setWeights(learnt);
  lab.trained();
  await expect.element(panel).toHaveTextContent('have learnt');
  const [kernel = new Float32Array()] = learnt;
  // [3, 3, 1, 4]: the first filter is every fourth number.
  const written = Array.from({ length: 9 }, (_, i) => (kernel[4 * i] ?? 0).toFixed(2).replace('-', '−'));
  await expect.poll(() => textsOf(cells)).toEqual(written);
  expect(written).not.toEqual(before);
});
