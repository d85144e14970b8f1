import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { RunButtons } from '../../../src/page/RunButtons';
import { NetworkPanel } from '../../../src/panels/network/NetworkPanel';
import { fakeLab } from '../../fixtures/fake-lab';
import { network } from '../../fixtures/networks';
import { smallWorld } from '../../fixtures/small-world';
import { renderLab } from '../render-lab';

const world = await smallWorld();
const notation = page.getByRole('textbox', { name: 'Short notation' });
const train = page.getByRole('button', { name: 'Train', exact: true });
const choice = (name: string) => page.getByRole('combobox', { name, exact: true });

async function open(text: string) {
  const lab = fakeLab(world, { settings: { network: [...network(text)] } });
  await renderLab(
    lab,
    <>
      <NetworkPanel />
      <RunButtons />
    </>,
  );
  lab.ready();
  return lab;
}

async function enter(name: string, value: string): Promise<void> {
  await page.getByRole('textbox', { name, exact: true }).fill(value);
  await userEvent.keyboard('{Enter}');
}

test('counts the parameters of a network of one’s own', async () => {
  await open('c4k3-p2-d10');
  await expect.element(choice('Network')).toHaveDisplayValue('Custom');
  // (9 + 1) · 4 for the convolution and (13² · 4 + 1) · 10 for the dense layer
  await expect.element(page.getByText(/6,810/)).toBeVisible();
});

test('adds, edits, retypes and removes layers in the list', async () => {
  const lab = await open('c4k3-p2-d10');
  await choice('Type of the layer to add').selectOptions('dense');
  await page.getByRole('button', { name: 'Add layer' }).click();
  await expect.element(notation).toHaveValue('c4k3-p2-d64-d10');
  await enter('Units of layer 3', '20');
  await expect.element(notation).toHaveValue('c4k3-p2-d20-d10');
  await enter('Filters of layer 1', '6');
  await choice('Padding of layer 1').selectOptions('same');
  await expect.element(notation).toHaveValue('c6k3same-p2-d20-d10');
  await choice('Layer 2').selectOptions('average-pool');
  await expect.element(notation).toHaveValue('c6k3same-a2-d20-d10');
  await page.getByRole('button', { name: 'Remove layer 3', exact: true }).click();
  await expect.element(notation).toHaveValue('c6k3same-a2-d10');
  // (9 + 1) · 6 for the convolution and (14² · 6 + 1) · 10 for the dense layer
  await expect.element(page.getByText(/11,830/)).toBeVisible();
  const { settings } = lab.store.getState();
  expect(settings.network).toEqual(network('c6k3same-a2-d10'));
  expect(lab.commands.reset).toHaveBeenLastCalledWith(settings);
  await train.click();
  expect(lab.commands.train).toHaveBeenCalledExactlyOnceWith(settings);
});

test('takes separable convolutions and residual additions, and says what each layer costs and sees', async () => {
  await open('c4k3same-p2-d10');
  const cost = (number: number) => page.getByRole('listitem').nth(number - 1);
  await choice('Layer 1').selectOptions('separable conv');
  await expect.element(notation).toHaveValue('s8k3-p2-d10');
  await enter('Filters of layer 1', '6');
  await choice('Padding of layer 1').selectOptions('same');
  // 9 weights for the image's one map, and a weight and a bias for each filter.
  await expect.element(cost(1)).toHaveTextContent('21 parameters · 11,760 multiply-adds · sees 3×3 pixels');
  await expect.element(cost(2)).toHaveTextContent('sees 4×4 pixels');

  await choice('Type of the layer to add').selectOptions('residual');
  await page.getByRole('button', { name: 'Add layer' }).click();
  await expect.element(notation).toHaveValue('s6k3same-p2-r-d10');
  await expect.element(page.getByText("Layer 3 (residual) can't add 28×28×6 to 14×14×6")).toBeVisible();
  await notation.fill('s6k3same-p2-s6k3same-r-d10');
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
  await expect.element(cost(4)).toHaveTextContent('adds what went into the layer before');
});

test('offers every activation', async () => {
  const lab = await open('c4k3-p2-d10');
  await choice('Activation').selectOptions('Leaky ReLU');
  expect(lab.store.getState().settings.activation).toBe('leaky-relu');
  await choice('Activation').selectOptions('GELU');
  expect(lab.store.getState().settings.activation).toBe('gelu');
});

test('moves layers, and the focus with them', async () => {
  await open('c4k3-c8k3-d10');
  (page.getByRole('button', { name: 'Move layer 1 down' }).element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(notation).toHaveValue('c8k3-c4k3-d10');
  await expect.element(page.getByRole('button', { name: 'Move layer 2 down' })).toHaveFocus();
});

test('explains why an edited network is impossible, and trains it no more', async () => {
  const lab = await open('c24k5-p2-c32k3-p2-d128-d10');
  await choice('Network').selectOptions('Custom');
  await notation.fill('c8k5-p4-p4-p4-d10');
  await expect
    .element(page.getByText('Layer 4 needs maps of at least 4×4, but only 1×1 are left'))
    .toBeVisible();
  await expect.element(train).toHaveAttribute('aria-disabled', 'true');
  await expect.element(train).toHaveAccessibleDescription(/can't be trained/);
  await notation.fill('c8k5-p4-d10');
  await expect.element(train).toHaveAttribute('aria-disabled', 'false');
  expect(lab.store.getState().settings.network).toEqual(network('c8k5-p4-d10'));
});
