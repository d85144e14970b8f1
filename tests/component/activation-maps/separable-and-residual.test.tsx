import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { ActivationMaps } from '../../../src/panels/activation-maps/ActivationMaps';
import { fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';
import { choose, textsOf } from '../choose';
import { renderLab } from '../render-lab';

const world = await smallWorld({ notation: 'c4k5-p2-s4k3same-r-d10', training: 120, test: 20 });
const panel = page.getByRole('region', { name: 'Activation maps' });
const layer = panel.getByLabelText('Layer', { exact: true });

const numbersOf = (text: string): number[] =>
  [...text.matchAll(/−? ?\d[\d,]*(\.\d+)?/g)].map(([number]) =>
    Number(number.replace(/[, ]/g, '').replace('−', '-')),
  );
const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
const figures = () =>
  [...panel.element().querySelectorAll('dd')].map((figure) => numbersOf(figure.innerText)[0] as number);
/** The value that is taken apart. */
const value = () =>
  numbersOf(panel.getByText(/^Map \d, row/).element().parentElement?.innerText ?? '').at(-1) as number;

beforeEach(async () => {
  await page.viewport(1000, 900);
  const lab = fakeLab(world);
  lab.trained();
  await renderLab(lab, <ActivationMaps />);
});

test('a value of a separable convolution is the sum of its maps, each times a weight', async () => {
  await layer.selectOptions('3 · separable 3×3 · 4 maps of 12×12');
  await choose(panel.getByRole('radio', { name: 'Before', exact: true }));
  const mixing = panel.getByRole('group', { name: /times its weight/ });
  await expect.element(mixing).toBeVisible();
  const rounding = 4 * 1e-3;
  const terms = [...mixing.element().querySelectorAll('span')].map((span) => numbersOf(span.innerText));
  expect(terms).toHaveLength(4);
  for (const [, sum = 0, weight = 0, product = 0] of terms) {
    expect(Math.abs(sum * weight - product)).toBeLessThan(rounding);
  }
  const [products = 0, bias = 0, sum = 0, output = 0] = figures();
  expect(Math.abs(total(terms.map((term) => term[3] ?? 0)) - products)).toBeLessThan(rounding);
  expect(Math.abs(products + bias - sum)).toBeLessThan(rounding);
  expect(Math.abs(value() - sum)).toBeLessThan(rounding);
  expect(output).toBe(Math.max(0, sum));

  await choose(mixing.getByRole('radio').nth(2));
  const cells = (name: string) =>
    numbersOf(textsOf(panel.getByRole('table', { name }).getByRole('cell')).join(' '));
  expect(cells('kernel of the map')).toHaveLength(9);
  expect(Math.abs(total(cells('products')) - (terms[2]?.[1] as number))).toBeLessThan(9e-4);
});

test('a value of a residual addition is what the layer before made and was given', async () => {
  await layer.selectOptions('4 · residual · 4 maps of 12×12');
  await expect.element(panel.getByText('An addition has no activation')).toBeVisible();
  await expect.element(panel.getByText('given to the layer before')).toBeVisible();
  const [made = 0, given = 0, sum = 0] = figures();
  expect(given).toBeGreaterThan(0);
  expect(Math.abs(made + given - sum)).toBeLessThan(2e-4);
  expect(Math.abs(value() - sum)).toBeLessThan(2e-4);
});
