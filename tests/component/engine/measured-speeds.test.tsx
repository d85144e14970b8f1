import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { EnginePanel } from '../../../src/panels/engine/EnginePanel';
import type { Slower } from '../../../src/protocol/backend';
import type { CandidateSpeed, Speeds } from '../../../src/protocol/speed';
import { fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';
import { renderLab } from '../render-lab';

const world = await smallWorld();
const measured = page.getByRole('region', { name: 'Measured here' });
const button = page.getByRole('button', { name: 'Measure again', exact: true });
const row = (name: RegExp) => measured.getByRole('row', { name });

const speedsOf = (
  wasm: CandidateSpeed['result'],
  webgpu: CandidateSpeed['result'],
  more: Partial<Speeds> = {},
): Speeds => ({
  candidates: [
    { backend: 'wasm', workers: 2, software: false, result: wasm },
    { backend: 'webgpu', device: 'SwiftShader', software: true, result: webgpu },
  ],
  fastest: undefined,
  measuring: false,
  ...more,
});
const BOTH = speedsOf({ imagesPerSecond: 49_000 }, { imagesPerSecond: 930 }, { fastest: 'wasm' });

async function show(speeds: Speeds) {
  const lab = fakeLab(world);
  lab.ready();
  lab.emit({ type: 'speeds', speeds });
  await renderLab(lab, <EnginePanel />);
  return lab;
}

test('shows what waits to be measured, and measures it by keyboard', async () => {
  const lab = await show(speedsOf(undefined, undefined));
  await expect.element(row(/WASM/)).toHaveTextContent(/2 workers.*not measured yet/);
  await expect.element(row(/WebGPU/)).toHaveTextContent(/SwiftShader.*not measured yet/);
  button.element().focus();
  await userEvent.keyboard('{Enter}');
  expect(lab.commands.measureSpeeds).toHaveBeenCalledWith(lab.store.getState().settings);
});

test('shows both figures, and which one Automatic takes', async () => {
  await show(BOTH);
  await expect.element(row(/WASM/)).toHaveTextContent(/Automatic takes it.*49,000/);
  await expect.element(row(/WebGPU/)).toHaveTextContent(/930/);
  await expect.element(row(/WebGPU/)).not.toHaveTextContent(/Automatic takes it/);
});

test('says why one has no figure', async () => {
  const lab = await show(
    speedsOf({ imagesPerSecond: 49_000 }, { failure: { code: 'failed', detail: 'out of memory' } }),
  );
  await expect.element(row(/WebGPU/)).toHaveTextContent(/–failed: out of memory/);
  lab.emit({
    type: 'speeds',
    speeds: speedsOf(undefined, { failure: { code: 'no-answer', seconds: 8 } }),
  });
  await expect.element(row(/WebGPU/)).toHaveTextContent(/–no answer within 8 s/);
});

test('says that it measures, and keeps the figures of before meanwhile', async () => {
  await show({ ...BOTH, measuring: true });
  await expect.element(button).toBeDisabled();
  await expect.element(measured.getByRole('status')).toHaveTextContent('Measuring');
  await expect.element(row(/WASM/)).toHaveTextContent('49,000');
});

test('says why it can’t measure while a run is active', async () => {
  const lab = await show(BOTH);
  lab.training();
  await expect.element(button).toBeDisabled();
  await expect.element(button).toHaveAccessibleDescription(/while a run is active/);
  lab.emit({ type: 'phase', phase: 'stopped' });
  await expect.element(button).toBeEnabled();
});

test('shows nothing where Automatic has no choice', async () => {
  const lab = await show(BOTH);
  await expect.element(measured).toBeVisible();
  lab.emit({ type: 'speeds', speeds: { candidates: [], fastest: undefined, measuring: false } });
  await expect.element(measured).not.toBeInTheDocument();
});

test('says of what is slower here by how much', async () => {
  const lab = await show(BOTH);
  const { readout } = lab.store.getState();
  if (!readout) throw new Error('no readout');
  const slower: Slower = {
    backend: 'webgpu',
    reason: 'slower',
    detail: 'SwiftShader',
    imagesPerSecond: 930,
    than: { backend: 'wasm', imagesPerSecond: 49_000 },
  };
  lab.emit({ type: 'engine', readout: { ...readout, stepsDown: [slower] } });
  await expect.element(page.getByText('WebGPU: 930 images/s here (SwiftShader), WASM 49,000.')).toBeVisible();
});

test('fits a narrow screen', async () => {
  await page.viewport(390, 844);
  const long = { failure: { code: 'failed', detail: `no-device-${'x'.repeat(80)}` } } as const;
  await show(speedsOf({ imagesPerSecond: 49_000 }, long));
  // Folded where there is little room.
  await page.getByRole('heading', { name: 'Engine', exact: true }).click();
  await expect.element(button).toBeVisible();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
});
