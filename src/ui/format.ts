/** Numbers as the page writes them, in the language of the page. */

export const formatCount = (value: number, language: string): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 0 }).format(value);

/** @param share - 0 to 1; '98.2 %' */
export const formatShare = (share: number, language: string, digits = 1): string =>
  `${new Intl.NumberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(100 * share)} %`;

export const formatNumber = (value: number, language: string, digits: number): string =>
  new Intl.NumberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
    value,
  );
