import { useCallback, useMemo } from 'react';
import type { Drawing } from '../../../ink/drawing';
import { normalize } from '../../../ink/normalize';
import { separateDigits } from '../../../ink/several/separate-digits';
import type { InkSteps } from '../../../ink/steps';
import { tempered } from '../../../metrics/temperature';
import { type Ranked, ranked } from '../../../metrics/top';
import type { Inquiries } from '../../../protocol/engine-api';
import { temperatureOf } from '../../../state/inspection/temperature';
import type { LabState } from '../../../state/lab-state';
import { useOutputNames, useReadsDigits } from '../../shared/use-class-names';
import { useInquiry } from '../../shared/use-inquiry';
import { useLab } from '../../shared/use-lab';
import { useLabDebounced } from '../../shared/use-lab-throttled';
import { REST_MS } from '../use-preprocessed';

/** One of several digits side by side. */
export interface DigitRead {
  /** As the network saw it. */
  readonly image: Float32Array;
  /** The likeliest class, calibrated. */
  readonly first: Ranked;
}

/** What is read where several stand side by side. */
export type SeveralRead = readonly DigitRead[] | 'too-many';

/** On the pad more would be too small. */
const MOST_DIGITS = 10;

/** As it is written, by what the outputs are called. */
export const numberOf = (digits: readonly DigitRead[], names: readonly string[]): string =>
  digits.map(({ first }) => names[first.label] ?? '').join('');

interface Read {
  readonly image: Float32Array;
  readonly probabilities: Float32Array;
  readonly looksLikeDigit: boolean;
}

const askedOf = (state: LabState) => state.submittedDrawing;

/**
 * The digits, or letters, of a drawing in which several stand side by side, from left to right, once the pen has rested;
 * undefined where it is one, where most of its parts look like no digit, where the network is not trained, and where it
 * reads something else than characters.
 */
export function useSeveralDigits(): SeveralRead | undefined {
  const drawing = useLabDebounced(askedOf, REST_MS);
  const steps = useLab((state) => state.inkSteps);
  const temperature = useLab(temperatureOf);
  const readsDigits = useReadsDigits();
  const readsCharacters = useOutputNames().every((name) => [...name].length === 1);
  const images = useMemo(
    () => (drawing && readsCharacters ? imagesOf(drawing, steps) : undefined),
    [drawing, readsCharacters, steps],
  );
  const question = useCallback(
    async (engine: Inquiries) => {
      const read = await Promise.all((images ?? []).map((image) => readBy(engine, image, readsDigits)));
      return read.every((one) => one !== undefined) ? read : undefined;
    },
    [images, readsDigits],
  );
  const { answer } = useInquiry(images ? question : undefined);
  return useMemo(() => {
    if (!answer) return;
    if (answer.filter(({ looksLikeDigit }) => looksLikeDigit).length <= answer.length / 2) return;
    if (answer.length > MOST_DIGITS) return 'too-many';
    return answer.map(({ image, probabilities }) => ({
      image,
      first: ranked(tempered(probabilities, temperature ?? 1, probabilities.length))[0] as Ranked,
    }));
  }, [answer, temperature]);
}

/** Undefined where there is but one digit. */
function imagesOf(drawing: Drawing, steps: InkSteps): readonly Float32Array[] | undefined {
  const parts = separateDigits(drawing);
  if (parts.length < 2) return undefined;
  const images = parts.map((part) => normalize(part, steps)?.image);
  return images.every((image) => image !== undefined) ? images : undefined;
}

/** @param readsDigits - else the detector, which knows nothing of letters, is not asked */
async function readBy(
  engine: Inquiries,
  image: Float32Array,
  readsDigits: boolean,
): Promise<Read | undefined> {
  const [look, looksLikeDigit] = await Promise.all([
    engine.activations(image),
    readsDigits ? engine.looksLikeDigit(image) : undefined,
  ]);
  if (!look || look.trainedBatches === 0) return undefined;
  // Without a detector nothing is known against it.
  return { image, probabilities: look.probabilities, looksLikeDigit: looksLikeDigit !== false };
}
