import { BACKEND_NAMES, type LabPage } from './lab-page';
import { expect, NO_REAL_DATA, test } from './test';

const BACKENDS = ['wasm', 'webgl', 'webgpu', 'cpu'] as const;
type Backend = (typeof BACKENDS)[number];

/** The read-out is of what really runs, so that a silent fallback shows. */
async function expectToRunOn(lab: LabPage, backend: Backend): Promise<void> {
  await expect(lab.engine).toContainText(BACKEND_NAMES[backend]);
  for (const name of Object.values(BACKEND_NAMES)) {
    if (name !== BACKEND_NAMES[backend]) await expect(lab.engine).not.toContainText(name);
  }
  // Tensors only of the reference: the fast step on WASM has none.
  await expect.poll(() => lab.readout('Memory')).toBeGreaterThan(0);
}

for (const backend of BACKENDS) {
  test(`trains to the end on ${BACKEND_NAMES[backend]} and names it`, async ({ lab }) => {
    await lab.openWithOwnFiles(`?preset=tfjs-examples&train=128&batch=32&epochs=1&backend=${backend}`);
    expect(await lab.trainToTheEnd()).toMatch(/test accuracy [\d.]+\s?%, test loss \d/);
    await expectToRunOn(lab, backend);
  });
}

// Of the GPUs, whose memory 60,000 images might not fit; what WASM makes of them is in accuracy.spec.ts.
for (const backend of ['webgl', 'webgpu'] as const) {
  test(`trains on the images of real MNIST on ${BACKEND_NAMES[backend]}`, async ({ lab, realData }) => {
    test.skip(!realData, NO_REAL_DATA);
    await lab.open(`?train=512&epochs=1&backend=${backend}`);
    await lab.press('Train');
    // Not to the end: a GPU that is only emulated reads some ten images a second, and the test images are 10,000.
    const learns = /[1-9]\d* images .*loss \d|Reading the test images|Training finished/;
    await expect(lab.status).toContainText(learns, { timeout: 240_000 });
    await expectToRunOn(lab, backend);
  });
}

test('Automatic measures both, takes WASM where the GPU is only emulated, and says why', async ({ lab }) => {
  await lab.openWithOwnFiles('?preset=tfjs-examples');
  const measured = lab.region('Measured here');
  const row = (name: string) => measured.getByRole('row', { name: new RegExp(`^${name}`) });
  await measured.getByRole('button', { name: 'Measure again', exact: true }).click();
  for (const name of ['WASM', 'WebGPU']) {
    await expect(row(name).getByRole('cell').last()).toHaveText(/^[\d,]+$/, { timeout: 60_000 });
  }
  await expect(row('WASM')).toContainText('Automatic takes it');
  await expect(lab.region('Engine')).toContainText(/WebGPU: [\d,]+ images\/s here \(.*\), WASM [\d,]+\./);
  await expect(lab.engine).toContainText('WASM');
});
