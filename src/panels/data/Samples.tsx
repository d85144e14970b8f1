import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { LabelledImages } from '../../data/dataset';
import { toInk } from '../../model/grey';
import { INPUT_SIDE, INPUT_SIZE } from '../../model/network';
import { PixelCanvas } from '../../ui/PixelCanvas';
import { greyPixels, type Pixels } from '../../ui/pixels';
import styles from './PreviewCard.module.css';

interface SamplesProps {
  readonly samples: LabelledImages;
  /** Of each class. */
  readonly names: readonly string[];
}

/** A few images with their labels, to see whether they lie the right way and belong together. */
export function Samples({ samples, names }: SamplesProps) {
  const { t } = useTranslation();
  const pictures = useMemo(() => picturesOf(samples), [samples]);
  return (
    <ul className={styles.samples} aria-label={t('panels.data.preview.samples')}>
      {pictures.map((pixels, i) => {
        const name = names[samples.labels[i] ?? 0] ?? '';
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the samples never change their places
          <li key={i} title={name}>
            <PixelCanvas pixels={pixels} className={styles.sample} />
            <span>{name}</span>
          </li>
        );
      })}
    </ul>
  );
}

const picturesOf = ({ images, labels }: LabelledImages): Pixels[] =>
  Array.from(labels, (_, i) => {
    const bytes = images.subarray(i * INPUT_SIZE, (i + 1) * INPUT_SIZE);
    const values = toInk(bytes);
    return greyPixels({ width: INPUT_SIDE, height: INPUT_SIDE, values });
  });
