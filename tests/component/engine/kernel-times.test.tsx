import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { EnginePanel } from '../../../src/panels/engine/EnginePanel';
import type { KernelTime } from '../../../src/protocol/backend';
import { fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';
import { renderLab } from '../render-lab';

const world = await smallWorld();
const TIMES: readonly KernelTime[] = [
  { work: 'forward', layer: { number: 0, type: 'conv' }, milliseconds: 0.75, flops: 3e9 },
  { work: 'update', milliseconds: 0.25, flops: 0 },
];
const region = page.getByRole('region', { name: 'Where the time goes' });
const button = region.getByRole('button', { name: 'Time the kernels' });

async function show(timesKernels = true) {
  const lab = fakeLab(world);
  lab.ready();
  const { readout } = lab.store.getState();
  if (!readout) throw new Error('no readout');
  lab.emit({ type: 'engine', readout: { ...readout, timesKernels } });
  lab.commands.kernelTimes.mockImplementation(async () => TIMES);
  await renderLab(lab, <EnginePanel />);
  return lab;
}

test('shows what each kernel takes of a step, once it is asked for', async () => {
  const lab = await show();
  await expect.element(button).toBeEnabled();
  expect(lab.commands.kernelTimes).not.toHaveBeenCalled();
  await button.click();
  await expect
    .element(region.getByRole('row', { name: /1 · conv, forward/ }))
    .toHaveTextContent('0.7575 %4,000.0');
  await expect.element(region.getByRole('row', { name: /optimizer/ })).toHaveTextContent('0.2525 %–');
  await expect.element(region.getByRole('row', { name: /All/ })).toHaveTextContent('1.00100 %3,000.0');
});

test('forgets the times of another network', async () => {
  const lab = await show();
  await button.click();
  await expect.element(region.getByRole('table')).toBeVisible();
  const { settings } = lab.store.getState();
  lab.emit({ type: 'network', settings: { ...settings }, trainedBatches: 0, weightsVersion: 99 });
  await expect.element(region.getByRole('table')).not.toBeInTheDocument();
});

test('says why it can’t while a run is active', async () => {
  const lab = await show();
  lab.emit({ type: 'phase', phase: 'running' });
  await expect.element(button).toBeDisabled();
  await expect.element(button).toHaveAccessibleDescription('Not while a run is active.');
});

test('says when the engine fails to tell', async () => {
  const lab = await show();
  lab.commands.kernelTimes.mockImplementation(async () => {
    throw new Error('lost');
  });
  await button.click();
  await expect.element(region.getByRole('alert')).toHaveTextContent('could not answer');
});

test('is not there where the step can’t tell', async () => {
  await show(false);
  await expect.element(page.getByRole('heading', { name: 'Engine' })).toBeVisible();
  await expect.element(region).not.toBeInTheDocument();
});
