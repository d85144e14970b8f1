import { useCallback, useMemo } from 'react';
import { AUGMENTATION, type AugmentationOptions, isAugmented } from '../../model/settings';
import type { Inquiries } from '../../protocol/engine-api';
import { useInquiry } from '../shared/use-inquiry';
import { useLab } from '../shared/use-lab';
import { SAMPLES } from './samples';

/** What the augmentation makes of the image that is looked at; undefined until there is one, and where nothing is changed. */
export function usePreview() {
  // Without augmentation it is not asked for: a drawing changes it several times a second.
  const image = useLab(({ subject, settings }) => (isAugmented(settings) ? subject?.image : undefined));
  const values = useLab(({ settings }) => AUGMENTATION.map((name) => settings[name]).join());
  const options = useMemo(() => optionsOf(values), [values]);
  const question = useCallback(
    async (inquiries: Inquiries) => image && inquiries.previewAugmentation(image, options, SAMPLES),
    [image, options],
  );
  return useInquiry(isAugmented(options) ? question : undefined, 'nothing').answer;
}

/** By value, so that other settings are no reason to ask again. */
function optionsOf(values: string): AugmentationOptions {
  const numbers = values.split(',').map(Number);
  return Object.fromEntries(AUGMENTATION.map((name, i) => [name, numbers[i]])) as AugmentationOptions;
}
