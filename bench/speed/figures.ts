import type { GpuCalls } from '../../tests/fixtures/count-gpu-calls';
import { MADE_IMAGES } from './made-images';
import { median } from './median';
import { ONE_CORE, TWO_CORES } from './peak';
import { rounded } from './rounded';
import { medians, type Rates } from './rounds';
import { type WebGpuFigures, webGpuFigures } from './webgpu-figures';

/** What `npm run bench -- --json` prints. Speeds are images a second; who could not run has no figure. */
export interface SpeedFigures {
  /** On the reference network, by trainer. */
  readonly imagesPerSecond: Readonly<Record<string, number>>;
  /** Of one core, 10⁹ floating point operations a second. */
  readonly simdPeakGflops: number;
  /** What two cores at once do, over what one does. */
  readonly peakScaling2: number;
  /** Other networks, by name: speed by trainer, and 10⁶ floating point operations of one image's training step. */
  readonly networks: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Images that a run's epochs are made of, by one core: digits drawn, images changed. */
  readonly madePerSecond: Readonly<Record<string, number>>;
  /** On the reference network, by trainer on WebGPU. */
  readonly webgpu: Readonly<Record<string, WebGpuFigures>>;
  /** As the page shows it, on the reference network. */
  readonly page: Readonly<Record<string, number>>;
}

/** The name under which a trainer takes turns on another network than the reference. */
export const onNetwork = (trainer: string, network: string) => `${trainer} on ${network}`;

interface SpeedResults {
  /** Of all that took turns: peaks, trainers on the reference network, `onNetwork` of the others. */
  readonly bench: Pick<Rates, 'rates'>;
  readonly page: Pick<Rates, 'rates'>;
  /** By trainer on WebGPU, what a step asks of the device. */
  readonly calls: ReadonlyMap<string, GpuCalls>;
  /** By network, 10⁶ floating point operations. */
  readonly mflopPerImage: Readonly<Record<string, number>>;
}

/** @throws Error where the peak has not been measured */
export function speedFigures({ bench, page, calls, mflopPerImage }: SpeedResults): SpeedFigures {
  const one = bench.rates.get(ONE_CORE);
  const two = bench.rates.get(TWO_CORES);
  if (!one || !two) throw new Error('the SIMD peak was not measured');
  const imagesPerSecond: Record<string, number> = {};
  const madePerSecond: Record<string, number> = {};
  const networks: Record<string, Record<string, number>> = {};
  for (const [network, mflop] of Object.entries(mflopPerImage)) {
    networks[network] = { mflopPerImage: rounded(mflop) };
  }
  for (const [name, speed] of medians(bench)) {
    const [trainer, network] = name.split(' on ') as [string, string?];
    const row =
      name in MADE_IMAGES ? madePerSecond : network === undefined ? imagesPerSecond : networks[network];
    if (row && name !== ONE_CORE && name !== TWO_CORES) row[trainer] = rounded(speed);
  }
  return {
    imagesPerSecond,
    simdPeakGflops: rounded(median(one) / 1e9),
    // Round by round, so that both were measured at the same time.
    peakScaling2: rounded(median(two.map((both, round) => both / (one[round] as number)))),
    networks,
    madePerSecond,
    webgpu: webGpuFigures(imagesPerSecond, calls),
    page: Object.fromEntries([...medians(page)].map(([name, speed]) => [name, rounded(speed)])),
  };
}
