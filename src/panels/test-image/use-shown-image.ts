import { useMemo } from 'react';
import type { ImageRef } from '../../protocol/data/images';
import { shownReadings } from '../../state/inspection/inspection-selectors';
import { isTrained } from '../../state/network/network-selectors';
import { useImage } from '../shared/use-image';
import { useLab } from '../shared/use-lab';
import { type DefaultImage, defaultImage } from './default-image';

/** The image in the panel and what the network makes of it. */
export interface ShownImage {
  readonly ref: ImageRef;
  /** [784], 0 to 1 */
  readonly image: Float32Array;
  /** The digit that it is. */
  readonly label: number;
  /** [10]; undefined where it has not been read yet. */
  readonly probabilities: Float32Array | undefined;
  readonly isTrained: boolean;
  /** Undefined where someone has chosen it. */
  readonly byDefault: DefaultImage['why'] | undefined;
}

/** The selected image, else one that is worth a look; undefined while it is on its way, or isn't there. */
export function useShownImage(): ShownImage | undefined {
  const selected = useLab((state) => state.selection.image);
  const subject = useLab((state) => state.subject);
  const readings = useLab(shownReadings);
  const trained = useLab(isTrained);
  const other = useMemo(() => defaultImage(readings), [readings]);
  const found = useImage(selected ? undefined : other.ref);
  if (!selected) {
    if (!found) return undefined;
    const { ref, why, probabilities } = other;
    return { ref, ...found, probabilities, isTrained: trained, byDefault: why };
  }
  if (subject?.from !== 'selected' || subject.ref !== selected) return undefined;
  const { image, label = 0, look } = subject;
  const isRead = look.trainedBatches > 0;
  return {
    ref: selected,
    image,
    label,
    probabilities: look.probabilities,
    isTrained: isRead,
    byDefault: undefined,
  };
}
