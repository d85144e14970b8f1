import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { INPUT_SIDE } from '../../model/network';
import type { ImageRef } from '../../protocol/data/images';
import { Note } from '../../ui/Note';
import { PixelCanvas } from '../../ui/PixelCanvas';
import { greyPixels } from '../../ui/pixels';
import { AsText } from '../shared/image-as-text';
import { SubjectSteps } from '../shared/subject-steps';
import { useClassNames } from '../shared/use-class-names';
import { useImage } from '../shared/use-image';
import { useLab } from '../shared/use-lab';
import styles from './DataBrowser.module.css';

interface SelectedImageProps {
  /** Shown as long as none is selected: the first of the wall. */
  readonly first: ImageRef | undefined;
}

/** The image that is selected, large, and what can be asked about it. */
export function SelectedImage({ first }: SelectedImageProps) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.data-browser' });
  const names = useClassNames();
  const selected = useLab((state) => state.selection.image);
  const ref = selected ?? first;
  const found = useImage(ref);
  const pixels = useMemo(
    () => found && greyPixels({ width: INPUT_SIDE, height: INPUT_SIDE, values: found.image }),
    [found],
  );
  const name = ref && found && t(`image.${ref.set}`, { index: ref.position, name: names[found.label] });
  return (
    <section className={styles.selected} aria-label={t('selected')}>
      <h3>{t('selected')}</h3>
      <div className={styles.shown}>
        <PixelCanvas pixels={pixels} className={styles.large} {...(name !== undefined && { name })} />
        <div>
          <Note>{selected || !name ? name : t('byDefault', { name })}</Note>
          {found && name !== undefined && <AsText image={found.image} name={name} />}
        </div>
      </div>
      <SubjectSteps
        isDisabled={!found}
        {...(!selected && ref && found && { of: { ref, image: found.image } })}
      />
    </section>
  );
}
