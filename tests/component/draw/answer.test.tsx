import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { PretrainedNote } from '../../../src/page/PretrainedNote';
import { FASHION } from '../../fixtures/class-names';
import { fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';
import { renderLab } from '../render-lab';
import { answerOf, draw, imageSeen, reads, renderDrawing } from './draw-page';
import { button, device, prediction, topThree } from './pad';

const world = await smallWorld();
const panel = page.getByRole('region', { name: 'Draw a digit' });
const nearest = page.getByRole('button', { name: /^Training image [\d,]+, an? \d$/ });
const live = page.getByRole('checkbox', { name: 'Read while I draw' });
const rowsOf = (list: typeof topThree) =>
  [...list.element().querySelectorAll('li')].map((item) => item.innerText.replace(/\s+/g, ' ').trim());

let lab: ReturnType<typeof fakeLab>;

beforeEach(async () => {
  lab = fakeLab(world);
  await renderDrawing(lab);
});

test('says what to do where nothing is drawn', async () => {
  await expect.element(panel).toHaveTextContent('The answer appears here.');
  await button('Predict').click();
  await expect.element(prediction).toHaveTextContent('Draw a digit first');
});

test('asks for no digit where the network reads other things', async () => {
  lab.ready();
  const { dataset } = lab.store.getState();
  if (dataset.status !== 'ready') throw new Error('there are no data');
  lab.emit({ type: 'dataset', dataset: { ...dataset, official: false, classNames: FASHION } });
  const others = page.getByRole('region', { name: 'Draw', exact: true });
  await expect.element(others).toHaveTextContent('Draw here');
  await button('Predict').click();
  await expect.element(prediction).toHaveTextContent('Draw something first');
  await expect
    .element(others.getByRole('combobox', { name: 'Class to show' }))
    .toHaveTextContent('any class');
  await expect.element(others).not.toHaveTextContent('digit');
});

test('says what to do where the network is not trained', async () => {
  reads(lab, { 3: 0.2 }, 0);
  lab.ready();
  draw(lab, 3);
  await button('Predict').click();
  await expect.element(prediction).toHaveTextContent('Model not trained');
  await expect.element(topThree).not.toBeInTheDocument();
});

test('reads with the network that ships, until that is put away', async () => {
  await renderLab(lab, <PretrainedNote />);
  const note = page.getByRole('note');
  lab.pretrained();
  await expect.element(note).toHaveTextContent('The network that came with the page');
  reads(lab, { 3: 0.9 });
  draw(lab, 3);
  await expect.element(prediction).toHaveTextContent(/^3\D+[\d.]+ %$/);
  await page.getByRole('button', { name: 'Start untrained' }).click();
  const { settings } = lab.store.getState();
  expect(lab.commands.reset).toHaveBeenCalledExactlyOnceWith(settings);
  reads(lab, { 3: 0.2 }, 0);
  lab.emit({ type: 'network', settings, trainedBatches: 0, weightsVersion: 99 });
  await expect.element(prediction).toHaveTextContent('Model not trained');
  await expect.element(note).not.toBeInTheDocument();
});

test('leads from the answer to the walk through the network, from its beginning', async () => {
  reads(lab, { 3: 0.9 });
  lab.ready();
  lab.actions.select({ layer: 2, filter: 1 });
  draw(lab, 3);
  await page.getByRole('link', { name: 'Walk through the network' }).click();
  expect(lab.store.getState()).toMatchObject({ panel: 'walk', selection: { layer: undefined } });
});

test('shows the three most probable digits, the likeliest first', async () => {
  reads(lab, { 1: 0.25, 3: 0.05, 7: 0.653 });
  lab.ready();
  draw(lab, 7);
  await expect.element(prediction).toHaveTextContent('7, 65.3 %');
  expect(rowsOf(topThree)).toEqual(['7 65.3 %', '1 25.0 %', '3 5.0 %']);
});

test.each([
  [0.995, 'almost certain'],
  [0.93, 'very likely'],
  [0.7, 'likely; perhaps 9'],
  [0.5, 'unsure between 4 and 9'],
])('says in words how sure it is: %f', async (share, words) => {
  reads(lab, { 4: share, 9: (1 - share) * 0.9 });
  lab.ready();
  draw(lab, 4);
  await expect.element(panel.getByText(words, { exact: true })).toBeVisible();
});

test('reads the digit while the pen is still down', async () => {
  // To this network what is flat is a 1, anything else a 7.
  const rowsWithInk = (image: Float32Array) =>
    Array.from({ length: 28 }, (_, row) => image.subarray(28 * row, 28 * (row + 1))).filter((row) =>
      row.some((grey) => grey > 0.5),
    ).length;
  lab.commands.activations.mockImplementation(async (image) =>
    answerOf({ [rowsWithInk(image) < 8 ? 1 : 7]: 0.9 }),
  );
  lab.ready();
  const mouse = device('mouse');
  await mouse.down([0.3, 0.2]);
  await mouse.move([0.7, 0.2]);
  await expect.element(prediction).toHaveTextContent(/^1/);
  await mouse.move([0.45, 0.85]);
  await expect.element(prediction).toHaveTextContent(/^7/);
  await expect.element(button('Undo')).toHaveAttribute('aria-disabled', 'true');
  await mouse.up([0.45, 0.85]);
  await expect.element(button('Undo')).toHaveAttribute('aria-disabled', 'false');
});

test('reads at Predict only where live prediction is switched off', async () => {
  lab.trained();
  await live.click();
  draw(lab, 7);
  await imageSeen(lab);
  await expect.element(panel).toHaveTextContent('read at Predict');
  await expect.element(topThree).not.toBeInTheDocument();
  await button('Predict').click();
  await expect.element(topThree).toBeVisible();
  draw(lab, 1);
  await expect.element(topThree).not.toBeInTheDocument();
  await live.click();
  await expect.element(topThree).toBeVisible();
});

test('shows the training images that are most like the drawing, each of which can be looked at', async () => {
  lab.trained();
  draw(lab, 7);
  await expect.element(nearest.nth(4)).toBeVisible();
  expect(nearest.elements()).toHaveLength(5);
  const widthOf = () => nearest.first().element().querySelector('canvas')?.getBoundingClientRect().width;
  const atRest = widthOf();
  expect(atRest, 'pixels').toBeGreaterThan(40);
  await nearest.first().hover();
  expect(widthOf(), 'pixels under the pointer').toBe(atRest);
  const label = nearest.first().element().getAttribute('aria-label') ?? '';
  await nearest.first().click();
  const { image } = lab.store.getState().selection;
  expect(image?.set).toBe('train');
  expect(label).toContain(
    `Training image ${image?.position}, a ${world.data.dataset.train.labels[image?.position ?? 0]}`,
  );
});

test('says when a drawing looks like no digit, and takes it back with the drawing', async () => {
  const strange = 'This does not look like a digit.';
  lab.commands.looksLikeDigit.mockResolvedValue(false);
  lab.trained();
  draw(lab, 8);
  await expect.element(prediction).toHaveTextContent(new RegExp(`^${strange}`));
  await expect.element(panel).toHaveTextContent('if it is a digit');
  await expect.element(page.getByRole('img', { name: 'What the network saw' })).toBeVisible();
  await button('Clear').click();
  await expect.element(panel).not.toHaveTextContent(strange);
  lab.commands.looksLikeDigit.mockResolvedValue(true);
  reads(lab, { 3: 0.9 });
  draw(lab, 3);
  await expect.element(prediction).toHaveTextContent(/^3/);
  await expect.element(nearest.nth(4)).toBeVisible();
  await expect.element(panel).not.toHaveTextContent(strange);
});

test('says whether the percentages are calibrated', async () => {
  lab.ready();
  await page.getByText('How far to believe it').click();
  await expect.element(panel).toHaveTextContent('These percentages are the network’s own');
  lab.trained();
  await expect.element(panel).toHaveTextContent(/a temperature, here \d+\.\d\d,/);
});
