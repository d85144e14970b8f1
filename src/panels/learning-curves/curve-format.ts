import { formatNumber, formatShare } from '../../ui/format';
import type { Curve } from './curve-points';

/** How values are written: a loss with three digits after the point, shares in percent. */
export function curveFormat(curve: Curve, language: string): (value: number) => string {
  switch (curve) {
    case 'loss':
      return (value) => formatNumber(value, language, 3);
    case 'accuracy':
      return (value) => formatShare(value, language);
    case 'error':
      return (value) => formatShare(value, language, 2);
    default:
      return curve satisfies never;
  }
}
