import { count, percent, times } from './as-text';
import type { SpeedFigures } from './figures';
import { textTable } from './text-table';

interface TableParts {
  readonly figures: SpeedFigures;
  /** By trainer on the reference network, one speed a round. */
  readonly rates: ReadonlyMap<string, readonly number[]>;
  /** By trainer, why it has no figure. */
  readonly failures: ReadonlyMap<string, string>;
  /** Names of the trainers in a browser that are not ours. */
  readonly peers: readonly string[];
  /** 10⁶ floating point operations of one image's training step on the reference network. */
  readonly mflopPerImage: number;
}

/** Speed over that of the fastest peer; undefined where no peer or no such trainer ran. */
export function bestPeer({ figures, peers }: Pick<TableParts, 'figures' | 'peers'>) {
  const found = peers.flatMap((name) => {
    const speed = figures.imagesPerSecond[name];
    return speed === undefined ? [] : [{ name, speed }];
  });
  return found.sort((a, b) => b.speed - a.speed)[0];
}

/** Share of the peak of the cores that a trainer with so many threads has: all of them where that is not known. */
export function shareOfPeak(
  { simdPeakGflops, peakScaling2 }: Pick<SpeedFigures, 'simdPeakGflops' | 'peakScaling2'>,
  trainer: string,
  speed: number,
  mflopPerImage: number,
): number {
  const cores = trainer.endsWith('-1') ? 1 : peakScaling2;
  return (speed * mflopPerImage) / (simdPeakGflops * 1000 * cores);
}

/** All trainers on the reference network, fastest first, then those that do not run. */
export function trainersTable(parts: TableParts): string {
  const { figures, rates, failures, mflopPerImage } = parts;
  const best = bestPeer(parts);
  const rows = Object.entries(figures.imagesPerSecond)
    .sort(([, a], [, b]) => b - a)
    .map(([name, speed]) => {
      const all = rates.get(name) ?? [speed];
      const range = `${count(Math.min(...all))} to ${count(Math.max(...all))}`;
      const ratio = best ? times(speed / best.speed) : '';
      const share = shareOfPeak(figures, name, speed, mflopPerImage);
      return [name, count(speed), range, ratio, percent(share)];
    });
  const heads = ['trainer', 'images/s', 'lowest to highest', 'over the best peer', 'of the peak'];
  const missing = [...failures].map(([name, reason]) => `${name}: does not run: ${reason}`);
  return [textTable(heads, rows), ...missing].join('\n');
}

/** What the table does not say by itself. */
export function trainersSummary(parts: TableParts): string[] {
  const { imagesPerSecond, simdPeakGflops, peakScaling2 } = parts.figures;
  const best = bestPeer(parts);
  const { 'wasm-1': one, 'wasm-2': two, 'pytorch-1': torch1, 'pytorch-2': torch2 } = imagesPerSecond;
  const lines = [
    `SIMD peak: ${simdPeakGflops.toFixed(1)} GFLOP/s on one core; two cores at once ${times(peakScaling2)} that.`,
  ];
  if (best) lines.push(`Best peer in a browser: ${best.name}.`);
  if (one && two) {
    const share = two / one / peakScaling2;
    lines.push(`Two workers: ${times(two / one)} one worker, ${times(share)} what the bare peak gains.`);
  }
  if (one && torch1) lines.push(`One worker over PyTorch with one thread: ${times(one / torch1)}.`);
  if (two && torch2) lines.push(`Two workers over PyTorch with two threads: ${times(two / torch2)}.`);
  return lines;
}

/** The other networks, each with its share of the peak. */
export function networksTable(figures: SpeedFigures, notations: Readonly<Record<string, string>>): string {
  const rows = Object.entries(figures.networks).map(([network, { mflopPerImage = 0, ...speeds }]) => {
    const cells = ['wasm-1', 'wasm-2'].flatMap((trainer) => {
      const speed = speeds[trainer];
      if (speed === undefined) return ['', ''];
      return [count(speed), percent(shareOfPeak(figures, trainer, speed, mflopPerImage))];
    });
    return [network, notations[network] ?? '', mflopPerImage.toFixed(2), ...cells];
  });
  const heads = ['network', 'layers', 'MFLOP/image', 'wasm-1', 'of the peak', 'wasm-2', 'of the peak'];
  return textTable(heads, rows);
}

/** Digits drawn and images changed for the epochs of a run. */
export function madeTable({ madePerSecond }: SpeedFigures): string {
  const rows = Object.entries(madePerSecond).map(([name, speed]) => [name, count(speed)]);
  return textTable(['images, one core', 'images/s'], rows);
}

/** What the page shows, beside what the bench found. */
export function pageTable({ page, imagesPerSecond }: SpeedFigures): string {
  const rows = Object.entries(page).map(([trainer, speed]) => {
    const alone = imagesPerSecond[trainer];
    return [trainer, count(speed), alone === undefined ? '' : percent(speed / alone)];
  });
  return textTable(['page', 'images/s', 'of the bench'], rows);
}
