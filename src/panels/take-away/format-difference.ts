import { formatNumber, formatSignificant } from '../../ui/format';

/** Of two probabilities: '3.1e−7', '0'. */
export function formatDifference(difference: number, language: string): string {
  if (difference === 0 || !Number.isFinite(difference)) return `${difference}`;
  const [digits, power = ''] = difference.toExponential(1).split('e-');
  if (difference >= 1e-4) return formatSignificant(difference, language, 2);
  return `${formatNumber(Number(digits), language, 1)}e−${power}`;
}
