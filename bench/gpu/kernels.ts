import type { LabelledImages } from '../../src/data/dataset';
import { openGpu } from '../../src/engine/backend/gpu-device';
import { createWebGpuStep } from '../../src/engine/train-step/webgpu/webgpu-step';
import type { KernelTime } from '../../src/protocol/backend';
import { percent } from '../speed/as-text';
import { BATCH, LEARNING_RATE, OTHER_NETWORKS, REFERENCE_NETWORK } from '../speed/networks';
import { textTable } from '../speed/text-table';
import { stepSettings } from '../speed/worker/step-task';

const NETWORKS = [REFERENCE_NETWORK, OTHER_NETWORKS.wide];

/**
 * Where the time of a step goes, by the device's own clock.
 * @returns by network
 */
export async function timeKernels(images: LabelledImages): Promise<Record<string, readonly KernelTime[]>> {
  const { device, software } = await openGpu();
  const times: Record<string, readonly KernelTime[]> = {};
  for (const network of NETWORKS) {
    const settings = { ...stepSettings(network, images), batchSize: BATCH, device, software };
    const step = await createWebGpuStep(settings);
    step.run(
      Uint32Array.from({ length: BATCH }, (_, i) => i),
      { step: 0, learningRate: LEARNING_RATE },
    );
    await step.finished();
    const own = await step.kernelTimes?.();
    step.dispose();
    if (!own) {
      console.log('The step tells no times of its kernels here: the device has no timestamp-query.');
      return times;
    }
    console.log(`\n${network.notation}, batch ${BATCH}\n\n${kernelTable(own)}\n`);
    times[network.notation] = own;
  }
  return times;
}

const nameOf = ({ work, layer }: KernelTime) => (layer ? `${layer.type} ${layer.number + 1}, ${work}` : work);

/** In the order in which they run, with their sum. */
export function kernelTable(kernels: readonly KernelTime[]): string {
  const total = kernels.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  const flops = kernels.reduce((sum, kernel) => sum + kernel.flops, 0);
  const row = ({ name, ...of }: { readonly name: string } & Pick<KernelTime, 'milliseconds' | 'flops'>) => [
    name,
    of.milliseconds.toFixed(3),
    percent(of.milliseconds / total),
    (of.flops / 1e6).toFixed(1),
    of.milliseconds > 0 ? (of.flops / of.milliseconds / 1e6).toFixed(1) : '',
  ];
  const named = kernels.map((kernel) => ({ ...kernel, name: nameOf(kernel) }));
  const rows = [...named, { name: 'all', milliseconds: total, flops }].map(row);
  return textTable(['kernel', 'ms a step', 'share', 'MFLOP', 'GFLOP/s'], rows);
}
