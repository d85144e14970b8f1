import type { TFunction } from 'i18next';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { accuracyOf } from '../../state/history/run-record';
import { formatNumber, formatShare } from '../../ui/format';

/** Of the images, or from 0 to 1. */
type Read = { readonly images: number } & ({ readonly right: number } | { readonly accuracy: number });

/** Of the interval's ends: more would say no more. */
const DIGITS_OF_INTERVAL = 1;

/**
 * A share of images read right with its 95 % interval: '98.32 % (98.1 to 98.6)'.
 * @param t - of the root
 * @param digits - of the share in percent
 */
function accuracyText(read: Read, t: TFunction, language: string, digits = 2): string {
  const { value } = accuracyOf(tallyOf(read));
  return t('withInterval', { value: formatShare(value, language, digits), ...intervalEnds(read, language) });
}

/** The ends of its 95 % interval, in percent. */
export function intervalEnds(read: Read, language: string): { readonly low: string; readonly high: string } {
  const { low, high } = accuracyOf(tallyOf(read));
  const end = (share: number) => formatNumber(100 * share, language, DIGITS_OF_INTERVAL);
  return { low: end(low), high: end(high) };
}

const tallyOf = (read: Read) => ({
  images: read.images,
  right: 'right' in read ? read.right : Math.round(read.accuracy * read.images),
});

/** The same, in the language of the page. The same function while that is. */
export function useAccuracyText(): (read: Read, digits?: number) => string {
  const { t, i18n } = useTranslation();
  return useCallback((read, digits) => accuracyText(read, t, i18n.language, digits), [t, i18n.language]);
}
