import { BACKEND_NAMES } from './lab-page';
import { expect, test } from './test';

/** Evaluating 15,000 images of real MNIST on a software GPU or plain JavaScript takes its time. */
const LIMIT_MS = 170_000;

for (const backend of ['wasm', 'webgl', 'webgpu', 'cpu'] as const) {
  test(`trains on ${BACKEND_NAMES[backend]} and names it`, async ({ lab }) => {
    test.setTimeout(LIMIT_MS + 30_000);
    await lab.open(`?train=512&epochs=1&backend=${backend}`);
    const sentence = await lab.trainToTheEnd(LIMIT_MS);
    expect(sentence).toMatch(/accuracy|%/);
    const other = Object.values(BACKEND_NAMES).filter((name) => name !== BACKEND_NAMES[backend]);
    await expect(lab.engine).toContainText(BACKEND_NAMES[backend]);
    for (const name of other) await expect(lab.engine).not.toContainText(name);
    expect(await lab.readout('Tensors')).toBeGreaterThan(0);
  });
}
