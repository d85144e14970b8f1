/** How numbers are written, in d3-format's words. */
export interface NumberLocale {
  readonly decimal: string;
  readonly thousands: string;
  readonly grouping: number[];
  /** What stands before and after a number that is written with `$`. */
  readonly currency: [string, string];
  readonly percent: string;
  readonly minus: string;
}

/**
 * Formats of shares, as '93.8 %'. Plotly hands d3-format everything of a locale but its sign for per cent, so that this
 * stands in the place of the currency, which `$` asks for.
 */
export const SHARES = {
  /** No digit after the point. */
  whole: '$.0%',
  tenths: '$.1%',
  hundredths: '$.2%',
  /** Two digits at most, for ticks. */
  trimmed: '$.2~%',
} as const;

/**
 * The one place in which charts learn how the language of the page writes numbers: both charting libraries write all
 * others as English does.
 */
export function numberLocale(language: string = document.documentElement.lang): NumberLocale {
  const parts = new Intl.NumberFormat(language || 'en').formatToParts(12_345_678.9);
  const part = (type: Intl.NumberFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  // As the page's other numbers have it; Intl writes none in English, and none in Ukrainian, against its orthography.
  const percent = '\u00a0%';
  return {
    decimal: part('decimal'),
    thousands: part('group'),
    grouping: [3],
    currency: ['', percent],
    percent,
    minus: '−',
  };
}
