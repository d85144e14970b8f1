/** Of images a second, or of anything else that may be small. */
export const count = (value: number): string =>
  value < 100 ? value.toPrecision(2) : Math.round(value).toLocaleString('en');
export const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
export const times = (factor: number): string => `${factor < 10 ? factor.toFixed(2) : factor.toFixed(0)} ×`;
