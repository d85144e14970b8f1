import { formatNumber } from '../../../ui/format';
import type { Arithmetic } from './arithmetic';

/**
 * Digits after the point, so that the largest of some numbers has five in all: enough to add them up by hand, and not
 * so many that the single precision of the maps shows.
 */
export function decimalsFor(values: readonly number[]): number {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (!(largest > 0) || !Number.isFinite(largest)) return 4;
  return Math.min(8, Math.max(1, 4 - Math.floor(Math.log10(largest))));
}

/** The same for all numbers of a calculation. */
export function decimalsOf(arithmetic: Arithmetic): number {
  switch (arithmetic.kind) {
    case 'pool':
      return decimalsFor(arithmetic.window);
    case 'conv': {
      const { sum, bias, channels } = arithmetic;
      return decimalsFor([sum, bias, ...channels.flatMap(({ products }) => products)]);
    }
    case 'norm': {
      const { value, mean, deviation, normalised, sum } = arithmetic;
      return decimalsFor([value, mean, deviation, normalised, sum]);
    }
    case 'separable': {
      const { sum, bias, channels } = arithmetic;
      const numbers = channels.flatMap((one) => [one.sum, one.weight, one.product, ...one.products]);
      return decimalsFor([sum, bias, ...numbers]);
    }
    case 'residual':
      return decimalsFor([arithmetic.made, arithmetic.given, arithmetic.output]);
    case 'dense': {
      const { sum, bias, rest, largest } = arithmetic;
      return decimalsFor([sum, bias, rest.sum, ...largest.flatMap((term) => [term.product, term.value])]);
    }
    default:
      return arithmetic satisfies never;
  }
}

/** Writes numbers of one calculation with equally many digits after the point; what is exactly zero as 0. */
export const writer =
  (decimals: number, language: string) =>
  (value: number): string => {
    if (value === 0) return '0';
    return formatNumber(value, language, decimals);
  };
