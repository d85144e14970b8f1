import type { Curve } from './curves-figure';

/** How values are written: a loss with three digits after the point, an accuracy in percent with one. */
export function curveFormat(curve: Curve, language: string): (value: number) => string {
  const format = new Intl.NumberFormat(
    language,
    curve === 'loss'
      ? { minimumFractionDigits: 3, maximumFractionDigits: 3 }
      : { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 },
  );
  return (value) => format.format(value);
}
