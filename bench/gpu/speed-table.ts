import { count, percent } from '../speed/as-text';
import { textTable } from '../speed/text-table';

interface SpeedParts {
  /** By trainer, images a second. */
  readonly speeds: ReadonlyMap<string, number>;
  /** By trainer, one a round. */
  readonly rates: ReadonlyMap<string, readonly number[]>;
  /** By trainer, why it has no speed. */
  readonly failures: ReadonlyMap<string, string>;
  /** Floating point operations of one image's training step. */
  readonly flops: number;
  /** A second, of all cores, where they imitate the GPU. */
  readonly peakFlops: number | undefined;
}

/** Fastest first, then those that do not run. */
export function speedTable({ speeds, rates, failures, flops, peakFlops }: SpeedParts): string {
  const rows = [...speeds]
    .sort(([, a], [, b]) => b - a)
    .map(([name, speed]) => {
      const all = rates.get(name) ?? [speed];
      const range = `${count(Math.min(...all))} to ${count(Math.max(...all))}`;
      const gflops = ((speed * flops) / 1e9).toPrecision(3);
      return [
        name,
        count(speed),
        range,
        gflops,
        ...(peakFlops ? [percent((speed * flops) / peakFlops)] : []),
      ];
    });
  const heads = [
    'trainer',
    'images/s',
    'lowest to highest',
    'GFLOP/s',
    ...(peakFlops ? ['of the peak'] : []),
  ];
  const missing = [...failures].map(([name, reason]) => `${name}: does not run: ${reason}`);
  return [textTable(heads, rows), ...missing].join('\n');
}
