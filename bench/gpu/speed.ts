import { parseNetwork } from '../../src/model/notation';
import { planOf } from '../../src/model/shapes';
import type { GpuCalls } from '../../tests/fixtures/count-gpu-calls';
import { trainingFlops } from '../speed/flops';
import { REFERENCE_NETWORK } from '../speed/networks';
import { rounded } from '../speed/rounded';
import { alternate, medians, reasonOf } from '../speed/rounds';
import { type WebGpuFigures, webGpuFigures, webGpuTable } from '../speed/webgpu-figures';
import { type Adapter, watchDevices } from './device';
import type { BenchImages } from './images';
import { LAST_ROUND_MS } from './pace';
import { PEAK, peakEntrant } from './peak';
import { speedTable } from './speed-table';
import { startTrainers, type Trainer } from './trainers';

/** What `npm run bench:gpu -- --json` prints. Who could not run is left out. */
interface GpuSpeed {
  readonly adapter: Adapter;
  readonly webgpu: Readonly<Record<string, WebGpuFigures>>;
  /** Of all cores at once, 10⁹ floating point operations a second, where they imitate the GPU. */
  readonly peakGflops?: number;
  /** By trainer, why it has no figure. */
  readonly failures: Readonly<Record<string, string>>;
}

/** Everybody's images a second on the reference network, in turns. */
export async function measureSpeed(
  {
    adapter,
    rounds,
    images: { images, areMnist },
  }: {
    readonly adapter: Adapter;
    readonly rounds: number;
    readonly images: BenchImages;
  },
  say: (sentence: string) => void,
): Promise<GpuSpeed> {
  const begun = performance.now();
  const { trainers, failures } = await startTrainers(images, watchDevices(), say);
  const peak = adapter.software ? [await peakEntrant()] : [];
  const isOver = () => performance.now() - begun > LAST_ROUND_MS;
  const measured = await alternate([...peak, ...trainers], rounds, say, isOver);
  const running = trainers.filter(({ name }) => !measured.failures.has(name));
  const calls = await callsOf(running, say);

  const speeds = new Map([...medians(measured)].map(([name, speed]) => [name, rounded(speed)]));
  const peakFlops = speeds.get(PEAK);
  speeds.delete(PEAK);
  const figures = webGpuFigures(Object.fromEntries(speeds), calls);
  const all = new Map([...failures, ...measured.failures]);
  const flops = flopsOf(REFERENCE_NETWORK.notation);
  const taken = Math.max(0, ...[...measured.rates.values()].map(({ length }) => length));
  console.log(
    `\nImages per second of whole training steps, ${areMnist ? 'MNIST' : 'digits drawn by the tests'}; ${REFERENCE_NETWORK.notation}, Adam, ${(flops / 1e6).toFixed(2)} MFLOP an image; rounds: ${taken}, figures: medians\n`,
  );
  console.log(speedTable({ speeds, rates: measured.rates, failures: all, flops, peakFlops }));
  if (peakFlops)
    console.log(`\nPeak of all cores in vectors of four: ${(peakFlops / 1e9).toFixed(1)} GFLOP/s.`);
  console.log(`\n${webGpuTable(figures)}\n`);
  return {
    adapter,
    webgpu: figures,
    ...(peakFlops && { peakGflops: rounded(peakFlops / 1e9) }),
    failures: Object.fromEntries(all),
  };
}

async function callsOf(
  trainers: readonly Trainer[],
  say: (sentence: string) => void,
): Promise<Map<string, GpuCalls>> {
  const calls = new Map<string, GpuCalls>();
  for (const trainer of trainers) {
    try {
      calls.set(trainer.name, await trainer.calls());
    } catch (error) {
      say(`what ${trainer.name} asks of the device was not counted: ${reasonOf(error)}`);
    }
  }
  return calls;
}

function flopsOf(notation: string): number {
  const parsed = parseNetwork(notation);
  if (!parsed.ok) throw new RangeError(`not a network: ${notation}`);
  return trainingFlops(planOf(parsed.network));
}
