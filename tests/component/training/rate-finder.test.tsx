import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { RateFinder } from '../../../src/panels/training/RateFinder';
import type { RateTest } from '../../../src/protocol/rate-finder';
import { fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';
import { renderLab } from '../render-lab';

const world = await smallWorld();
const finder = page.getByRole('region', { name: 'Learning-rate finder' });
const button = (name: string) => finder.getByRole('button', { name });

/** The least loss is at 0.1; then it gets out of hand. */
const points = [1e-6, 1e-4, 1e-2, 1e-1, 1].map((rate, i) => ({ rate, loss: [2.3, 2.2, 1, 0.2, 30][i] ?? 0 }));
const tested = (status: RateTest['status'], more: Partial<RateTest> = {}) =>
  ({ type: 'rate-test', test: { status, settings: world.settings, batches: 150, points, ...more } }) as const;

test('tries rates, can be called off, proposes one and puts it into the settings', async () => {
  const lab = fakeLab(world, { settings: { learningRate: 0.001 } });
  await renderLab(lab, <RateFinder />);
  await expect.element(button('Find a learning rate')).toHaveAttribute('aria-disabled', 'true');
  await expect.element(button('Find a learning rate')).toHaveAccessibleDescription(/still loading/);
  lab.ready();
  await button('Find a learning rate').click();
  expect(lab.commands.testRates).toHaveBeenCalledWith(lab.store.getState().settings);

  lab.emit(tested('trying', { points: points.slice(0, 3) }));
  await expect.element(button('Find a learning rate')).toHaveAttribute('aria-disabled', 'true');
  await expect.element(finder.getByRole('progressbar')).toHaveAttribute('value', String(3 / 150));
  await button('Cancel the search').click();
  expect(lab.commands.cancelRateTest).toHaveBeenCalled();
  lab.emit({ type: 'rate-test', test: undefined });
  await expect.element(finder.getByRole('progressbar')).not.toBeInTheDocument();
  await expect.element(button('Find a learning rate')).toHaveFocus();

  lab.emit(tested('finished'));
  await expect.element(finder.getByRole('status')).toHaveTextContent('Proposed: 0.01, a tenth of the rate');
  const picture = finder.getByRole('img', { name: 'Loss over the learning rate' });
  await expect
    .element(picture)
    .toHaveAccessibleDescription(/Rates from 0\.000001 to 1: .* at 0\.1\. Proposed: 0\.01/);
  await button('Use this rate').click();
  expect(lab.store.getState().settings.learningRate).toBe(0.01);
  await expect.element(button('This rate is set')).toHaveAttribute('aria-disabled', 'true');

  lab.actions.change({ optimizer: 'sgd' });
  await expect.element(finder.getByRole('status')).toHaveTextContent('The settings have changed since.');
});

test('says what went wrong, where no rate is of use, and that a run is under way', async () => {
  const lab = fakeLab(world);
  await renderLab(lab, <RateFinder />);
  lab.ready();
  lab.emit(tested('failed', { detail: 'no memory', points: [] }));
  await expect.element(finder.getByRole('alert')).toHaveTextContent('The search failed (no memory)');
  lab.emit(tested('finished', { points: points.map(({ rate }) => ({ rate, loss: 2.3 })) }));
  await expect.element(finder.getByRole('status')).toHaveTextContent('nothing to propose');
  await expect.element(button('Use this rate')).not.toBeInTheDocument();
  lab.training();
  await expect
    .element(button('Find a learning rate'))
    .toHaveAccessibleDescription('Not while a run is under way.');
});
