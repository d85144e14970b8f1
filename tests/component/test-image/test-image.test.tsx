import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { characterNames } from '../../../src/model/class-names';
import { TestImage } from '../../../src/panels/test-image/TestImage';
import { FASHION } from '../../fixtures/class-names';
import { fakeLab } from '../../fixtures/fake-lab';
import { network } from '../../fixtures/networks';
import { smallWorld } from '../../fixtures/small-world';
import { renderLab } from '../render-lab';

const world = await smallWorld();
const { truth, predicted, positions } = world.readings.test;
const panel = page.getByRole('region', { name: 'Test image', exact: true });
const another = panel.getByRole('button', { name: 'Another' });

beforeEach(() => page.viewport(1000, 900));

test('says what is read in an image and whether that is right, and takes its way to the canvas and back', async () => {
  const lab = fakeLab(world);
  lab.trained();
  await renderLab(lab, <TestImage />);
  const wrong = truth.findIndex((digit, i) => digit !== predicted[i]);
  const position = positions[wrong] as number;
  lab.actions.select({ image: { set: 'test', position } });
  const verdict = `Wrong: it is a ${truth[wrong]}`;
  await expect.element(panel).toHaveTextContent(verdict);
  await expect.element(panel.getByRole('strong')).toHaveTextContent(String(predicted[wrong]));

  await panel.getByRole('button', { name: 'Send to canvas' }).click();
  await expect.element(panel).toHaveTextContent('You look at your drawing.');
  await panel.getByRole('button', { name: `Back to image ${position}` }).click();
  await expect.element(panel).toHaveTextContent(verdict);
});

test('takes the next image of a class, by its name where it has one', async () => {
  const lab = fakeLab({
    ...world,
    data: { ...world.data, dataset: { ...world.data.dataset, classNames: FASHION } },
  });
  lab.trained();
  await renderLab(lab, <TestImage />);
  await panel.getByRole('combobox', { name: 'Class' }).selectOptions('Sneaker');
  await another.click();
  await expect.element(panel).toHaveTextContent('it is “Sneaker”');
  await expect.element(panel.getByLabelText('Index')).toHaveValue('7');
  await another.click();
  await expect.element(panel.getByLabelText('Index')).toHaveValue('17');
});

test('shows the likeliest ten of many classes, and all others as one', async () => {
  const lab = fakeLab(world);
  lab.trained();
  const classNames = characterNames(62) ?? [];
  const { dataset } = lab.store.getState();
  if (dataset.status !== 'ready') throw new Error('there are no data');
  const settings = { ...world.settings, network: [...network('d62')] };
  lab.emit(
    { type: 'dataset', dataset: { ...dataset, official: false, classNames } },
    { type: 'network', settings, trainedBatches: 0, weightsVersion: 98 },
  );
  const probabilities = Float32Array.from({ length: 62 }, (_, label) => (label === 36 ? 0.39 : 0.01));
  lab.commands.activations.mockImplementation(async () => {
    return { probabilities, layers: [], trainedBatches: 3, weightsVersion: 98 };
  });
  lab.actions.select({ image: { set: 'test', position: 3 } });
  await renderLab(lab, <TestImage />);
  const rows = panel.getByRole('table').getByRole('row');
  await expect.element(rows).toHaveLength(11);
  await expect.element(rows.first()).toHaveTextContent(/^a39/);
  await expect.element(rows.last()).toHaveTextContent(/^52 other classes52/);
});

test('says that there is no such image where an address asks for one', async () => {
  const lab = fakeLab(world);
  lab.trained();
  lab.actions.select({ image: { set: 'test', position: 99_999_999 } });
  await renderLab(lab, <TestImage />);
  await expect.element(panel).toHaveTextContent('There is no such image in this data set.');
  // What the other panels look at meanwhile is a sample.
  await expect.poll(() => lab.store.getState().subject?.from).toBe('sample');
});
