import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { TestImage } from '../../../src/panels/test-image/TestImage';
import { FASHION } from '../../fixtures/class-names';
import { fakeLab } from '../../fixtures/fake-lab';
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

test('says that there is no such image where an address asks for one', async () => {
  const lab = fakeLab(world);
  lab.trained();
  lab.actions.select({ image: { set: 'test', position: 99_999_999 } });
  await renderLab(lab, <TestImage />);
  await expect.element(panel).toHaveTextContent('There is no such image in this data set.');
  // What the other panels look at meanwhile is a sample.
  await expect.poll(() => lab.store.getState().subject?.from).toBe('sample');
});
