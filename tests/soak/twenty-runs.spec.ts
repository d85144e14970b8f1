import type { Page } from '@playwright/test';
import { expect, test } from '../e2e/test';
import { makeIdxFiles } from '../fixtures/make-idx';

const RUNS = 20;
/** A run of two batches. */
const SMALL = 'net=c4k5s2-p2-d10&batch=32&epochs=1&seed=1';
const FILES = makeIdxFiles({ train: 70, test: 20 });

declare global {
  /** Bytes of the buffers of graphics devices that were made and not destroyed since the count began. */
  var liveGpuBytes: number;
}

/** A driver in software starts up: on a busy machine that takes longer than the page waits for one that may hang. */
async function startDriver(page: Page): Promise<void> {
  await page.goto('./?backend=cpu');
  await page.evaluate(async () => {
    const adapter = await navigator.gpu.requestAdapter();
    (await adapter?.requestDevice())?.destroy();
  });
}

/** From now on the engine counts the bytes of its buffers on graphics devices. */
async function countGpuBytes(page: Page): Promise<() => Promise<number>> {
  const engine = page.workers().find((worker) => worker.url().includes('engine.worker'));
  if (!engine) throw new Error('there is no engine');
  await engine.evaluate(() => {
    globalThis.liveGpuBytes = 0;
    const { createBuffer } = GPUDevice.prototype;
    const { destroy } = GPUBuffer.prototype;
    const live = new WeakSet<GPUBuffer>();
    GPUDevice.prototype.createBuffer = function counted(descriptor) {
      const buffer = createBuffer.call(this, descriptor);
      live.add(buffer);
      globalThis.liveGpuBytes += buffer.size;
      return buffer;
    };
    GPUBuffer.prototype.destroy = function counted() {
      if (live.delete(this)) globalThis.liveGpuBytes -= this.size;
      return destroy.call(this);
    };
  });
  return () => engine.evaluate(() => globalThis.liveGpuBytes);
}

for (const step of ['fast', 'reference'] as const) {
  test(`${RUNS} runs in a row, ${step} on WebGPU, hold as many tensors and bytes on the device as the first one`, async ({
    lab,
    page,
  }) => {
    await startDriver(page);
    await lab.openWithOwnFiles(`?${SMALL}&backend=webgpu&step=${step}`, FILES);
    await expect(lab.engine).toContainText('WebGPU');
    const gpuBytes = await countGpuBytes(page);
    const held = async () => ({ tensors: await lab.readout('Tensors'), bytes: await gpuBytes() });
    await lab.trainToTheEnd();
    const first = await held();
    expect(first.bytes).toBeGreaterThan(0);
    for (let run = 2; run <= RUNS; run++) {
      await lab.trainToTheEnd();
      const { tensors, bytes } = await held();
      // The figure may be told while an image is read.
      expect(tensors).toBeLessThanOrEqual(first.tensors + 1);
      expect(bytes).toBeLessThanOrEqual(1.01 * first.bytes);
    }
  });
}
