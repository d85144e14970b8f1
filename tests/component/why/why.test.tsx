import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { Why } from '../../../src/panels/why/Why';
import { fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';
import { choose } from '../choose';
import { renderLab } from '../render-lab';

const SIZE = { training: 240, test: 20 };
const panel = page.getByRole('region', { name: 'Why' });

beforeEach(() => page.viewport(1000, 900));

test('shows what speaks for the class that was read, and for the one that is selected', async () => {
  const lab = fakeLab(await smallWorld(SIZE));
  lab.trained();
  await renderLab(lab, <Why />);
  const read = panel.getByRole('heading', { name: /^Read as \d: / });
  await expect.element(read).toBeVisible();
  const predicted = Number(/\d/.exec(read.element().textContent ?? '')?.[0]);
  const other = (predicted + 3) % 10;
  await choose(panel.getByRole('radio', { name: String(other), exact: true }));
  await expect
    .element(panel.getByRole('heading', { name: new RegExp(`^For ${other}: .+ %$`) }))
    .toBeVisible();
  await expect.element(panel.getByRole('radio', { name: String(predicted), exact: true })).toBeDisabled();
  expect(lab.store.getState().selection.digit).toBe(other);
  const pictures = (of: RegExp) => panel.getByRole('img', { name: of });
  await expect.element(pictures(/^Grad-CAM over the digit/)).toHaveLength(2);
  await expect.element(pictures(/^Saliency over the digit/)).toHaveLength(2);
  // Data may have classes that the network in use has not.
  lab.actions.select({ digit: 35 });
  await expect.element(panel.getByRole('heading', { name: /^For \d: .+ %$/ })).toBeVisible();
  await expect.element(panel.getByRole('radio', { checked: true })).toHaveLength(1);
  // Two classes are not read off the same pixels.
  const [one, another] = pictures(/^Saliency over the digit/)
    .elements()
    .map((canvas) => (canvas as HTMLCanvasElement).toDataURL());
  expect(one).not.toBe(another);
});

test('a network without a convolution has no Grad-CAM, and says so', async () => {
  const lab = fakeLab(await smallWorld({ notation: 'd16-d10', ...SIZE }));
  lab.trained();
  await renderLab(lab, <Why />);
  await expect.element(panel.getByText('Grad-CAM needs a convolution')).toHaveLength(2);
  await expect.element(panel.getByRole('img', { name: /^Saliency over the digit/ })).toHaveLength(2);
  await expect.element(panel.getByRole('img', { name: /^Grad-CAM over the digit/ })).toHaveLength(0);
});
