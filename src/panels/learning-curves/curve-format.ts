import { formatNumber, formatShare } from '../../ui/format';
import type { Curve } from './curves-figure';

/** How values are written: a loss with three digits after the point, an accuracy in percent with one. */
export function curveFormat(curve: Curve, language: string): (value: number) => string {
  return (value) => (curve === 'loss' ? formatNumber(value, language, 3) : formatShare(value, language));
}
