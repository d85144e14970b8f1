import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { TrainingPanel } from '../../../src/panels/training/TrainingPanel';
import { fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';
import { renderLab } from '../render-lab';

const world = await smallWorld();
const fold = page.getByText('More about the optimizer');
const slider = (name: string) => page.getByRole('slider', { name, exact: true });
const optimizer = page.getByRole('combobox', { name: 'Optimizer' });

async function opened(settings: NonNullable<Parameters<typeof fakeLab>[1]>['settings'] = {}) {
  const lab = fakeLab(world, { settings });
  await renderLab(lab, <TrainingPanel />);
  await fold.click();
  return lab;
}

test.each([
  ['SGD', []],
  ['Momentum', ['Momentum']],
  ['Nesterov', ['Momentum']],
  ['RMSprop', ['RMSprop decay']],
  ['Adam', ['Beta 1', 'Beta 2']],
  ['AdamW', ['Beta 1', 'Beta 2']],
])('%s can be set by what it heeds, and the rest says why not', async (name, heeded) => {
  await opened();
  await optimizer.selectOptions(name);
  for (const one of ['Momentum', 'RMSprop decay', 'Beta 1', 'Beta 2']) {
    if (heeded.includes(one)) await expect.element(slider(one)).toBeEnabled();
    else {
      await expect.element(slider(one)).toBeDisabled();
      await expect.element(slider(one)).toHaveAccessibleDescription(/^Only for /);
    }
  }
  for (const one of ['Weight decay', 'Gradient clipping', 'Weight averaging']) {
    await expect.element(slider(one)).toBeEnabled();
  }
});

test('what is folded away says what is not as usual, of what the optimizer heeds', async () => {
  const settings = { optimizer: 'adam', weightDecay: 0.02, ema: 0.999, beta1: 0.7, rho: 0.5 } as const;
  await renderLab(fakeLab(world, { settings }), <TrainingPanel />);
  const said = page.getByRole('region', { name: 'Training' });
  await expect.element(said).toHaveTextContent('Beta 1 0.7 · Weight decay 0.02 · Weight averaging 0.999');
  await optimizer.selectOptions('SGD');
  await expect.element(said).toHaveTextContent(/optimizerWeight decay 0.02 · Weight averaging 0.999/);
});

test('nothing is said where all is as usual', async () => {
  await renderLab(fakeLab(world), <TrainingPanel />);
  await expect.element(page.getByRole('region', { name: 'Training' })).toHaveTextContent('as usual');
});

test('weight decay goes from none to the least by a key, and back', async () => {
  const lab = await opened();
  const decay = slider('Weight decay');
  (decay.element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowRight}');
  expect(lab.store.getState().settings.weightDecay).toBe(1e-6);
  await userEvent.keyboard('{ArrowLeft}');
  expect(lab.store.getState().settings.weightDecay).toBe(0);
});

test('the fold opens by the keyboard', async () => {
  await renderLab(fakeLab(world), <TrainingPanel />);
  await expect.element(slider('Beta 1')).not.toBeInTheDocument();
  (fold.element().closest('summary') as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(slider('Beta 1')).toBeVisible();
});
