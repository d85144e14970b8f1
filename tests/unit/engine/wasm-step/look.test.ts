import { expect, it } from 'vitest';
import { createWasmStep } from '../../../../src/engine/train-step/wasm/wasm-step';
import { stepSettings } from '../../../fixtures/networks';

it('sees the weights after all steps that were asked for before it', async () => {
  const settings = stepSettings('c4k5-p2-d10');
  const image = Float32Array.from(settings.training.images.subarray(0, 784), (value) => value / 255);
  const looks = [];
  for (const waits of [true, false]) {
    const step = await createWasmStep({ ...settings, workers: 1 });
    for (let i = 0; i < 3; i++) step.run(Uint32Array.of(0, 1, 2), { step: i, learningRate: 0.01 });
    if (waits) await step.inFlightAtMost(0);
    looks.push(await step.look(image));
    step.dispose();
  }
  expect(looks[1]).toEqual(looks[0]);
});
