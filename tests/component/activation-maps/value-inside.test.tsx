import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ActivationMaps } from '../../../src/panels/activation-maps/ActivationMaps';
import { fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';
import { choose, focus, textsOf } from '../choose';
import { renderLab } from '../render-lab';

const world = await smallWorld({ notation: 'c8k5-p2-c16k5-p2-d10', training: 120, test: 20 });
const panel = page.getByRole('region', { name: 'Activation maps' });

const numbersOf = (text: string): number[] =>
  [...text.matchAll(/−? ?\d[\d,]*(\.\d+)?/g)].map(([number]) =>
    Number(number.replace(/[, ]/g, '').replace('−', '-')),
  );
const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

beforeEach(() => page.viewport(1000, 900));

test('every number of a value of a map is shown, and they add up to it', async () => {
  const lab = fakeLab(world);
  lab.trained();
  await renderLab(lab, <ActivationMaps />);
  await panel.getByLabelText('Layer', { exact: true }).selectOptions('3 · conv 5×5 · 16 maps of 8×8');
  await choose(panel.getByRole('radio', { name: 'Map 3', exact: true }));
  expect(lab.store.getState().selection).toMatchObject({ layer: 2, filter: 2 });
  await choose(panel.getByRole('radio', { name: 'Before', exact: true }));
  const map = panel.getByRole('application');
  await expect.element(map).toBeVisible();
  focus(map);
  await userEvent.keyboard('{ArrowUp>8/}{ArrowLeft>8/}{ArrowRight}');
  const place = panel.getByText('Map 3, row 1, column 2');
  await expect.element(place).toBeVisible();
  await expect.element(panel.getByText('receptive field 14×14')).toBeVisible();

  const channels = panel.getByRole('group', { name: /^Sum of the products/ });
  await expect.element(channels).toBeVisible();
  const value = numbersOf(place.element().parentElement?.innerText ?? '').at(-1) as number;
  const sums = [...channels.element().querySelectorAll('span')].map(
    (span) => numbersOf(span.innerText)[1] as number,
  );
  expect(sums).toHaveLength(8);
  const [products = 0, bias = 0, sum = 0, output = 0] = [...panel.element().querySelectorAll('dd')].map(
    (figure) => numbersOf(figure.innerText)[0] as number,
  );
  // Each number is rounded for itself, to five digits or more.
  const rounding = 8 * 1e-4;
  expect(Math.abs(total(sums) - products)).toBeLessThan(rounding);
  expect(Math.abs(products + bias - sum)).toBeLessThan(rounding);
  expect(Math.abs(sum - value)).toBeLessThan(rounding);
  expect(output).toBe(Math.max(0, sum));

  await choose(channels.getByRole('radio').nth(4));
  const cells = (name: string) =>
    numbersOf(textsOf(panel.getByRole('table', { name }).getByRole('cell')).join(' '));
  const [patch, kernel, shown] = [cells('patch'), cells('kernel'), cells('products')];
  expect([patch.length, kernel.length, shown.length]).toEqual([25, 25, 25]);
  const sumOfFifth = sums[4] as number;
  expect(Math.abs(total(patch.map((pixel, i) => pixel * (kernel[i] as number))) - sumOfFifth)).toBeLessThan(
    25e-4,
  );
  expect(Math.abs(total(shown) - sumOfFifth)).toBeLessThan(25e-4);
});

test('logits become probabilities before one’s eyes', async () => {
  const lab = fakeLab(world);
  lab.trained();
  lab.actions.select({ layer: 4, filter: 7 });
  await renderLab(lab, <ActivationMaps />);
  await expect.element(panel.getByText('Logit of 7')).toBeVisible();
  const rows = panel.getByRole('table', { name: /^Softmax/ }).getByRole('row');
  await expect.element(rows).toHaveLength(11);
  const figures = textsOf(rows)
    .slice(1)
    .map((row) => numbersOf(row));
  const shares = figures.map((row) => row.at(-1) as number);
  expect(total(shares)).toBeCloseTo(100, 2);
  // The powers of e stand beside them: each share is its power divided by their sum.
  const powers = figures.map((row) => row.at(-2) as number);
  const most = shares.indexOf(Math.max(...shares));
  expect(shares[most]).toBeCloseTo((100 * (powers[most] as number)) / total(powers), 1);
});
