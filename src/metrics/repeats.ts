import type { Interval } from './interval';

/** What the same training gives from several seeds. */
interface Repeats {
  readonly runs: number;
  readonly mean: number;
  readonly least: number;
  readonly most: number;
  /** Standard deviation of a sample; undefined of one run. */
  readonly deviation: number | undefined;
  /** 95 % confidence of the mean over all seeds, by Student's t; undefined of one run. */
  readonly interval: Interval | undefined;
}

/** Student's t, 97.5 %, for 1 to 30 degrees of freedom (NIST/SEMATECH e-Handbook, table 1.3.6.7.2); beyond, that of 30. */
const T_975 = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131,
  2.12, 2.11, 2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
] as const;

/** @returns undefined of no runs */
export function repeatsOf(values: readonly number[]): Repeats | undefined {
  const runs = values.length;
  if (runs === 0) return undefined;
  const mean = values.reduce((sum, value) => sum + value, 0) / runs;
  const range = { runs, mean, least: Math.min(...values), most: Math.max(...values) };
  if (runs === 1) return { ...range, deviation: undefined, interval: undefined };
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const deviation = Math.sqrt(squares / (runs - 1));
  const t = T_975[Math.min(runs - 1, T_975.length) - 1] as number;
  const reach = (t * deviation) / Math.sqrt(runs);
  return { ...range, deviation, interval: { low: mean - reach, high: mean + reach } };
}
