import { useMemo } from 'react';
import type { OwnDigit } from '../../model/own-digit';
import type { ImageReadings } from '../../protocol/fine-tune';
import { isTrained } from '../../state/network/network-selectors';
import { ownImages } from '../../state/own-digits/own-digits';
import { type Inquiry, useInquiry } from '../shared/use-inquiry';
import { useLab } from '../shared/use-lab';

/** What the network in use reads in a person's digits, with the weights of now. */
export function useOwnReadings(digits: readonly OwnDigit[]): Inquiry<ImageReadings> {
  const trained = useLab(isTrained);
  const question = useMemo(() => {
    if (!trained || digits.length === 0) return undefined;
    const { images } = ownImages(digits);
    return (inquiries: { readImages(images: Uint8Array): Promise<ImageReadings | undefined> }) =>
      inquiries.readImages(images);
  }, [trained, digits]);
  return useInquiry(question);
}
