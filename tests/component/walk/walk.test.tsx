import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { WalkLink } from '../../../src/panels/draw/WalkLink';
import { NetworkStrip } from '../../../src/panels/network-strip/NetworkStrip';
import { LabContext } from '../../../src/panels/shared/use-lab';
import { Walk } from '../../../src/panels/walk/Walk';
import { fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';
import { choose, focus } from '../choose';
import { renderLab } from '../render-lab';
import { setReducedMotion } from './reduce-motion';

const world = await smallWorld({ training: 120, test: 20 });
const panel = page.getByRole('region', { name: 'Walk-through', exact: true });
const value = panel.getByRole('region', { name: 'The chosen value' });
const map = panel.getByRole('application');
const status = panel.getByRole('status');
const button = (name: string) => panel.getByRole('button', { name, exact: true });

beforeEach(async () => {
  await page.viewport(1000, 900);
  setReducedMotion(true);
});
afterEach(() => vi.restoreAllMocks());

/** What the value is said to be. */
const shownNumber = () => Number(value.element().querySelector('p span')?.textContent?.replace('= ', ''));

/** One pixel of ink, all else background. */
const dot = (pixel: number, ink: number) => new Float32Array(784).map((_, i) => (i === pixel ? ink : 0));

async function walkOf() {
  const lab = fakeLab(world);
  lab.trained();
  await renderLab(lab, <Walk />);
  return lab;
}

test('waits for an image, and says where to draw one', async () => {
  await renderLab(fakeLab(world), <Walk />);
  await expect.element(panel).toHaveTextContent('The walk begins as soon as there is an image');
  await expect.element(panel.getByRole('link', { name: 'Draw a digit' })).toHaveAttribute('href', '#draw');
});

test('follows the drawing: first a digit of the data, then each stroke', async () => {
  const lab = await walkOf();
  await expect.element(panel).toHaveTextContent('Nothing is drawn yet');
  lab.actions.sendToCanvas(dot(28 * 4 + 9, 1));
  await expect.element(value).toHaveTextContent('Row 5, column 10 = 1.0000');
  await expect.element(panel).not.toHaveTextContent('Nothing is drawn yet');
  lab.actions.sendToCanvas(dot(28 * 7 + 2, 0.5));
  await expect.element(value).toHaveTextContent('Row 8, column 3 = 0.50000');
});

test('says that an untrained network finds things at random, and trains it', async () => {
  const lab = fakeLab(world);
  const { activations } = lab.commands;
  const answer = activations.getMockImplementation() as typeof activations;
  activations.mockImplementation(async (image) => {
    const look = await answer(image);
    return look && { ...look, trainedBatches: 0 };
  });
  lab.ready();
  await renderLab(lab, <Walk />);
  await expect.element(panel).toHaveTextContent('The network is not trained yet');
  await panel.getByRole('button', { name: 'Start training' }).click();
  expect(lab.commands.train).toHaveBeenCalledOnce();
});

test('shows what other weights make of the same image', async () => {
  const lab = fakeLab(world, { view: { panel: 'walk', selection: selectionOf(0) } });
  lab.trained();
  await renderLab(lab, <Walk />);
  await expect.element(value).toHaveTextContent('bias');
  const { activations, weights, weightedSums } = lab.commands;
  const twice = (values: Float32Array) => values.map((one) => 2 * one);
  const before = await world.network.runtime.activations(
    lab.store.getState().subject?.image ?? new Float32Array(),
  );
  activations.mockResolvedValue({
    layers: before.map(({ shape, values }) => ({ shape, values: twice(values) })),
    probabilities: new Float32Array(10).fill(0.1),
    trainedBatches: 9,
    weightsVersion: 99,
  });
  const [kernels] = (await weights.getMockImplementation()?.([0])) ?? [];
  if (!kernels) throw new Error('there are no weights');
  const { kernel, bias } = kernels;
  weights.mockResolvedValue([{ ...kernels, kernel: twice(kernel), bias: twice(bias) }]);
  const [first] = before;
  if (first) weightedSums.mockResolvedValue({ shape: first.shape, values: twice(first.values) });
  const was = shownNumber();
  lab.emit({ type: 'network', settings: world.settings, trainedBatches: 9, weightsVersion: 99 });
  await expect.poll(shownNumber).toBeCloseTo(2 * was, 3);
  await expect.element(value).not.toHaveTextContent('The weights have changed');
});

test('says at softmax by what the answer beside a drawing is divided, and what that makes of it', async () => {
  const lab = await walkOf();
  lab.pretrained();
  lab.actions.sendToCanvas(dot(28 * 4 + 9, 1));
  await button('10 softmax').click();
  await expect.element(value).toHaveTextContent(/÷ 1\.100 makes this probability [\d.]+ %\.$/);
});

test('takes the focus to its heading when the link beside the answer is followed', async () => {
  const lab = fakeLab(world);
  lab.trained();
  const { rerender } = await renderLab(lab, <WalkLink />);
  const link = page.getByRole('link', { name: 'Walk through the network' });
  await link.click();
  expect(lab.store.getState().panel).toBe('walk');
  const shown = (
    <LabContext value={lab}>
      <WalkLink />
      <Walk />
    </LabContext>
  );
  await rerender(shown);
  const heading = panel.getByRole('heading', { name: 'Walk-through' });
  await expect.element(heading).toHaveFocus();
  await link.click();
  await expect.element(heading).toHaveFocus();
});

test('goes from step to step by the arrow keys, which move over the pixels of a map', async () => {
  const lab = await walkOf();
  lab.actions.sendToCanvas(dot(28 * 4 + 9, 1));
  await expect.element(value).toHaveTextContent('Row 5, column 10');
  focus(map);
  await userEvent.keyboard('{ArrowRight}{ArrowUp}');
  await expect.element(value).toHaveTextContent('Row 4, column 11 = 0');
  expect(lab.store.getState().selection.layer).toBeUndefined();

  focus(button('1 input'));
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(button('2 conv 5×5')).toHaveFocus();
  await expect.element(button('2 conv 5×5')).toHaveAttribute('aria-current', 'step');
  await userEvent.keyboard('{ArrowLeft}');
  await expect.element(status).toHaveTextContent('Step 1 of 10: input');
  await expect.element(button('Back')).toHaveAttribute('aria-disabled', 'true');
});

test('another map and another input map can be chosen', async () => {
  const lab = await walkOf();
  await button('5 conv 3×3').click();
  const made = panel.getByRole('group', { name: 'Maps that come out' });
  await choose(made.getByRole('radio', { name: 'Map 5', exact: true }));
  await expect.element(value).toHaveTextContent(/^Map 5, row/);
  expect(lab.store.getState().selection).toMatchObject({ layer: 2, filter: 4 });
  const given = panel.getByRole('group', { name: 'Maps that go in' });
  await choose(given.getByRole('radio', { name: 'Map 3', exact: true }));
  await expect.element(panel.getByText('map 3 that goes in')).toBeVisible();
  // What shows the products of one input map is about the same one.
  await expect.element(value.getByRole('radio', { name: /^3: / })).toBeChecked();

  // ReLU looks at the same value, pooling at the map of the same number.
  const where = value.element().querySelector('b')?.innerText ?? '';
  await button('Next').click();
  await expect.element(status).toHaveTextContent('Step 6 of 10: ReLU');
  await expect.element(value).toHaveTextContent(where);
});

test('goes along with the layer that is selected on the page, and says there where it is', async () => {
  const lab = fakeLab(world, { view: { panel: 'walk', selection: selectionOf(undefined) } });
  lab.trained();
  await renderLab(
    lab,
    <>
      <NetworkStrip />
      <Walk />
    </>,
  );
  const strip = page.getByRole('region', { name: 'Inside the network' });
  const pooling = strip.getByRole('button', { name: /^max-pool/ }).first();
  await pooling.click();
  await expect.element(status).toHaveTextContent('Step 4 of 10: max-pool');
  await expect.element(strip.getByRole('region', { name: 'The selected layer' })).not.toBeInTheDocument();
  await button('Back').click();
  await expect.element(pooling).toHaveAttribute('aria-pressed', 'false');
  expect(lab.store.getState().selection.layer).toBe(0);
});

function selectionOf(layer: number | undefined) {
  const none = { part: undefined, cell: undefined, image: undefined, digit: undefined, filter: undefined };
  return { ...none, layer };
}
