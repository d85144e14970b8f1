import { formatNumber } from '../../ui/format';

/** Digits after the point, so that the largest of some numbers has six in all: enough to add them up by hand. */
export function decimalsFor(values: readonly number[]): number {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (!(largest > 0) || !Number.isFinite(largest)) return 5;
  return Math.min(8, Math.max(1, 5 - Math.floor(Math.log10(largest))));
}

/** Writes numbers of one calculation with equally many digits after the point, and no minus in front of a zero. */
export const writer =
  (decimals: number, language: string) =>
  (value: number): string => {
    const isZero = Math.abs(value) < 0.5 * 10 ** -decimals;
    return formatNumber(isZero ? 0 : value, language, decimals).replace('-', '−');
  };
