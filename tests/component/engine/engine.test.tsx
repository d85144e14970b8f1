import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { EnginePanel } from '../../../src/panels/engine/EnginePanel';
import { fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';
import { renderLab } from '../render-lab';

const world = await smallWorld();
const choice = (name: string) => page.getByRole('combobox', { name, exact: true });

test('says where the fast step and its workers do not apply', async () => {
  const lab = fakeLab(world, { settings: { backend: 'wasm' } });
  await renderLab(lab, <EnginePanel />);
  const [step, workers] = [choice('Train step'), choice('Workers')];
  const fast = step.getByRole('option', { name: 'Fast' });
  await expect.element(fast).toBeEnabled();
  await expect.element(workers).toBeEnabled();

  await step.selectOptions('Reference (tfjs)');
  expect(lab.store.getState().settings.trainStep).toBe('reference');
  await expect.element(workers).toBeDisabled();
  await expect.element(workers).toHaveAccessibleDescription('Only for the train step Fast.');

  await step.selectOptions('Automatic');
  await choice('Backend').selectOptions('CPU');
  await expect.element(fast).toBeDisabled();
  await expect.element(step).toHaveAccessibleDescription('Fast exists on WASM and WebGPU only.');
  await expect.element(workers).toBeDisabled();
  await expect.element(workers).toHaveAccessibleDescription(/on WASM/);
});

test('says why a device is passed over, with its name where the browser tells that', async () => {
  const lab = fakeLab(world);
  await renderLab(lab, <EnginePanel />);
  const idle = { backend: 'wasm', trainStep: 'fast', timesKernels: false, tensors: 0, bytes: 0 } as const;
  const pass = (detail: { readonly detail?: string }) => {
    const step = { backend: 'webgpu', reason: 'software', ...detail } as const;
    lab.emit({ type: 'engine', readout: { ...idle, stepsDown: [step] } });
  };
  pass({ detail: 'SwiftShader' });
  const why = page.getByRole('listitem');
  await expect.element(why).toHaveTextContent('WebGPU: runs on the processor here (SwiftShader), so');
  pass({});
  await expect.element(why).toHaveTextContent('WebGPU: runs on the processor here, so it would be slower.');
});
