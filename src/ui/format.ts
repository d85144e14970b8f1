/** Numbers as the page writes them, in the language of the page; negative ones with '−' (U+2212), as wide as a plus. */

export const formatCount = (value: number, language: string): string =>
  written(numberFormat(language, 0), value);

/**
 * @param share - 0 to 1; '98.2 %'. In Russian and Ukrainian no line ends before the sign. (Intl would write English
 * without a space, and Ukrainian too, against its orthography.)
 */
export const formatShare = (share: number, language: string, digits = 1): string =>
  `${formatNumber(100 * share, language, digits)}${language === 'en' ? ' ' : '\u00a0'}%`;

export const formatNumber = (value: number, language: string, digits: number): string =>
  written(numberFormat(language, digits), value);

/** A difference of two shares in percentage points, with its sign: '+0.39', '−1.20', '0.00'. */
export function formatPoints(difference: number, language: string, digits = 2): string {
  const points = formatNumber(100 * difference, language, digits);
  return difference > 0 && /[1-9]/.test(points) ? `+${points}` : points;
}

/** A moment of today by its time alone. @param at - milliseconds since 1970 */
export function formatTime(at: number, language: string): string {
  const date = new Date(at);
  const isToday = date.toDateString() === new Date().toDateString();
  return isToday
    ? date.toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit' })
    : date.toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' });
}

/** @param digits - significant ones, at most: '0.01', '0.000004' */
export const formatSignificant = (value: number, language: string, digits: number): string =>
  written(
    keptFormat(`${language} ${digits} significant`, language, { maximumSignificantDigits: digits }),
    value,
  );

const written = (format: Intl.NumberFormat, value: number): string => format.format(value).replace('-', '−');

/** Making one takes some 30 µs, and a matrix has a hundred numbers: so they are kept. */
const formats = new Map<string, Intl.NumberFormat>();

const numberFormat = (language: string, digits: number) =>
  keptFormat(`${language} ${digits}`, language, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });

function keptFormat(key: string, language: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const known = formats.get(key);
  if (known) return known;
  // What is rounded to zero has no sign.
  const made = new Intl.NumberFormat(language, { ...options, signDisplay: 'negative' });
  formats.set(key, made);
  return made;
}
