import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { DrawPanel } from '../../src/panels/draw/DrawPanel';
import { NetworkStrip } from '../../src/panels/network-strip/NetworkStrip';
import { fakeLab } from '../fixtures/fake-lab';
import { smallWorld } from '../fixtures/small-world';
import { digitStrokes } from './draw/pad';
import { renderLab } from './render-lab';

const world = await smallWorld();
const strip = page.getByRole('region', { name: 'Inside the network' });
const map = (number: number) =>
  strip.getByRole('button', { name: `Map ${number} of conv 5×5: open the arithmetic`, exact: true });

test('a map opens into its arithmetic, with the mouse and with the keys', async () => {
  const lab = fakeLab(world);
  await renderLab(lab, <NetworkStrip />);
  lab.pretrained();
  await map(2).click();
  expect(lab.store.getState()).toMatchObject({
    panel: 'activation-maps',
    selection: { layer: 0, filter: 1 },
  });

  // Two columns: the one below the second is the fourth.
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await expect.element(map(4)).toHaveFocus();
  expect(lab.store.getState().selection).toMatchObject({ layer: 0, filter: 3 });
});

test('maps without any value above 0 say so, in the picture and by name', async () => {
  const lab = fakeLab(world);
  const { activations } = lab.commands;
  const answer = activations.getMockImplementation() as typeof activations;
  activations.mockImplementation(async (image) => {
    const look = await answer(image);
    const [first, ...others] = look?.layers ?? [];
    first?.values.fill(0);
    return look && first && { ...look, layers: [first, ...others] };
  });
  await renderLab(lab, <NetworkStrip />);
  lab.pretrained();
  const dark = strip.getByRole('button', { name: /^Map \d of conv 5×5, all 0/ });
  await expect.element(dark.first()).toBeVisible();
  expect(dark.elements()).toHaveLength(4);
  await expect.element(dark.first()).toHaveTextContent('all 0');
});

test('every probability has its number, and the strip fills its card', async () => {
  const lab = fakeLab(world);
  await renderLab(lab, <NetworkStrip />);
  lab.pretrained();
  const bars = strip.getByRole('button', { name: /^softmax, 10 probabilities, highest/ });
  await expect.element(bars).toHaveTextContent(/\d\.\d %/);
  expect(bars.element().textContent?.match(/%/g)).toHaveLength(10);

  const card = strip.element();
  const last = bars.element().getBoundingClientRect().right;
  const inner = card.getBoundingClientRect().right - Number.parseFloat(getComputedStyle(card).paddingRight);
  expect(Math.abs(inner - last)).toBeLessThan(2);
});

test('shows of a drawing the share of the answer beside it', async () => {
  const lab = fakeLab(world);
  await renderLab(
    lab,
    <>
      <NetworkStrip />
      <DrawPanel />
    </>,
  );
  lab.pretrained();
  const { pretrained } = lab.store.getState();
  // Far from 1, so that the network's own share would be another one.
  lab.store.setState({ pretrained: pretrained && { ...pretrained, temperature: 3 } });
  for (const stroke of digitStrokes(7)) lab.actions.addStroke(stroke);
  const answer = page.getByRole('status', { name: 'Prediction' });
  await expect.element(answer).toHaveTextContent(/%/);
  const share = /[\d.]+ %/.exec(answer.element().textContent ?? '')?.[0] ?? '';
  await expect
    .element(strip.getByRole('button', { name: /^softmax, 10/ }))
    .toHaveAccessibleName(new RegExp(share));
});
