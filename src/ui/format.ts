/** Numbers as the page writes them, in the language of the page. */

export const formatCount = (value: number, language: string): string =>
  numberFormat(language, 0).format(value);

/** @param share - 0 to 1; '98.2 %' */
export const formatShare = (share: number, language: string, digits = 1): string =>
  `${numberFormat(language, digits).format(100 * share)} %`;

export const formatNumber = (value: number, language: string, digits: number): string =>
  numberFormat(language, digits).format(value);

/** @param digits - significant ones, at most: '0.01', '0.000004' */
export const formatSignificant = (value: number, language: string, digits: number): string =>
  keptFormat(`${language} ${digits} significant`, language, { maximumSignificantDigits: digits }).format(
    value,
  );

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
  const made = new Intl.NumberFormat(language, options);
  formats.set(key, made);
  return made;
}
