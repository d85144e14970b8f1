import { expect, it } from 'vitest';
import { createWasmStep } from '../../../../../src/engine/train-step/wasm/wasm-step';
import { stepSettings } from '../../../../fixtures/networks';

it('looks at once, with the weights between two steps', async () => {
  const settings = stepSettings('c4k5-p2-d10');
  const image = Float32Array.from(settings.training.images.subarray(0, 784), (value) => value / 255);
  const batches = [0, 1, 2];
  const run = (step: Awaited<ReturnType<typeof createWasmStep>>, i: number) =>
    step.run(Uint32Array.of(0, 1, 2), { step: i, learningRate: 0.01 });

  const careful = await createWasmStep({ ...settings, workers: 1 });
  const between = [await careful.activations(image)];
  for (const i of batches) {
    run(careful, i);
    await careful.finished();
    between.push(await careful.activations(image));
  }
  careful.dispose();

  const busy = await createWasmStep({ ...settings, workers: 1 });
  for (const i of batches) run(busy, i);
  expect(await busy.activations(image), 'before any step has begun').toEqual(between[0]);
  const ended = busy.finished();
  const meanwhile = await busy.activations(image);
  expect(between.some((look) => sameValues(look, meanwhile))).toBe(true);
  await ended;
  expect(await busy.activations(image), 'after the last').toEqual(between[batches.length]);
  busy.dispose();
});

type Activations = readonly { readonly values: Float32Array }[];

const sameValues = (a: Activations, b: Activations): boolean =>
  a.every(({ values }, i) => values.every((value, j) => value === b[i]?.values[j]));
