import { useMemo, useState } from 'react';
import type { OwnDigit } from '../../model/own-digit';
import type { ImageReadings } from '../../protocol/fine-tune';
import { isTrained } from '../../state/network/network-selectors';
import { ownImages } from '../../state/own-digits/own-digits';
import { type Inquiry, useInquiry } from '../shared/use-inquiry';
import { useLab } from '../shared/use-lab';
import { type ReadDigits, readingsOf } from './read-digits';

/**
 * What the network in use reads in a person's digits, with the weights of now. Where some were removed or labelled anew
 * what is known of the others stays in sight until they are read again: nothing jumps under the hand.
 */
export function useOwnReadings(digits: readonly OwnDigit[]): Inquiry<ImageReadings> {
  const trained = useLab(isTrained);
  const [known, setKnown] = useState<ReadDigits>();
  const question = useMemo(() => {
    if (!trained || digits.length === 0) return undefined;
    const { images } = ownImages(digits);
    return async (inquiries: Readers): Promise<ReadDigits | undefined> => {
      const readings = await inquiries.readImages(images);
      return readings && { digits, readings };
    };
  }, [trained, digits]);
  const { status, answer, retry } = useInquiry(question);
  const next = question ? (answer ?? known) : undefined;
  if (next !== known) setKnown(next);
  const readings = useMemo(() => next && readingsOf(digits, next), [digits, next]);
  if (status === 'failed') return { status, answer: undefined, retry };
  return { status: readings ? 'ready' : status, answer: readings, retry };
}

interface Readers {
  readImages(images: Uint8Array): Promise<ImageReadings | undefined>;
}
