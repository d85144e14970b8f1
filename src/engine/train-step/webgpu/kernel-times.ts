import type { KernelTime } from '../../../protocol/backend';
import type { GpuNetwork, ReadyKernels } from './gpu-network';
import type { Reader } from './reader';

/** Of a pass that is timed: long beside the steps of a browser's clock, which are up to 0.1 ms. */
const ENOUGH_NS = 5e6;
const MOST_REPEATS = 256;
const TURNS = 3;
const STAMP_BYTES = 8;

/** Whether kernels can be timed on a device. */
export const canTime = ({ features }: GPUDevice): boolean => features.has('timestamp-query');

/**
 * How long each kernel takes, by what so many more runs of it take longer: a clock may be coarse, and beginning and
 * ending a pass take time of their own. The kernels really run, and change what they change.
 * @param slot - what they are told of the step
 */
export async function kernelTimes(
  device: GPUDevice,
  network: GpuNetwork,
  kernels: ReadyKernels,
  { reader, slot, images }: { readonly reader: Reader; readonly slot: number; readonly images: number },
): Promise<KernelTime[]> {
  const stamps = device.createQuerySet({ type: 'timestamp', count: 2 });
  const { QUERY_RESOLVE, COPY_SRC } = GPUBufferUsage;
  const resolved = device.createBuffer({ size: 2 * STAMP_BYTES, usage: QUERY_RESOLVE | COPY_SRC });
  const nanoseconds = async (kernel: ReadyKernels[number], repeats: number): Promise<number> => {
    const encoder = device.createCommandEncoder();
    const timestampWrites = { querySet: stamps, beginningOfPassWriteIndex: 0, endOfPassWriteIndex: 1 };
    const pass = encoder.beginComputePass({ timestampWrites });
    for (let i = 0; i < repeats; i++) network.encode(pass, [kernel], slot, images);
    pass.end();
    encoder.resolveQuerySet(stamps, 0, 2, resolved, 0);
    const [begin = 0n, end = 0n] = new BigUint64Array(await reader.submit(encoder, resolved));
    return Number(end - begin);
  };
  try {
    const times: KernelTime[] = [];
    for (const one of kernels) {
      let repeats = 1;
      while (repeats < MOST_REPEATS && (await nanoseconds(one, repeats)) < ENOUGH_NS) repeats *= 2;
      // The least of each, which whatever else the machine does can only lengthen.
      const least = { once: Number.POSITIVE_INFINITY, twice: Number.POSITIVE_INFINITY };
      for (let turn = 0; turn < TURNS; turn++) {
        least.once = Math.min(least.once, await nanoseconds(one, repeats));
        least.twice = Math.min(least.twice, await nanoseconds(one, 2 * repeats));
      }
      const { work, layer, flops } = one.kernel;
      const milliseconds = Math.max(0, least.twice - least.once) / repeats / 1e6;
      times.push({ work, ...(layer && { layer }), milliseconds, flops: flops * images });
    }
    return times;
  } finally {
    stamps.destroy();
    resolved.destroy();
  }
}
