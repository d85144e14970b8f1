import { formatNumber, formatSignificant } from '../../ui/format';

/** Of two probabilities: '3.1e−7', '0'. */
export function formatDifference(difference: number, language: string): string {
  if (difference === 0 || !Number.isFinite(difference)) return `${difference}`;
  const power = Math.floor(Math.log10(difference));
  if (power > -4) return formatSignificant(difference, language, 2);
  return `${formatNumber(difference / 10 ** power, language, 1)}e−${-power}`;
}
