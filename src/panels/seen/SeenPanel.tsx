import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { IMAGE_SIDE } from '../../ink/center';
import type { NormalizedInk } from '../../ink/normalize';
import { PAD_SIDE } from '../../ink/stroke';
import { drawnImage } from '../../state/drawn-image';
import { Card } from '../../ui/Card';
import { PixelCanvas } from '../../ui/PixelCanvas';
import { type GreyPicture, greyPixels } from '../../ui/pixels';
import { AsText } from '../as-text';
import { useLab } from '../use-lab';
import { BoxGuide, CenterGuide } from './guides';
import styles from './SeenPanel.module.css';

/** How a drawing becomes one of MNIST's images, step by step. */
export function SeenPanel() {
  const { t } = useTranslation();
  const drawing = useLab((state) => state.drawing);
  const steps = drawnImage(drawing);
  return (
    <Card title={t('panels.seen.title')}>
      {steps ? <Steps {...steps} /> : <p className={styles.hint}>{t('panels.seen.hint')}</p>}
    </Card>
  );
}

function Steps({ ink, placing, image }: NormalizedInk) {
  const { t } = useTranslation();
  const pad = { width: PAD_SIDE, height: PAD_SIDE, values: ink };
  const final = { width: IMAGE_SIDE, height: IMAGE_SIDE, values: image };
  return (
    <>
      <ol className={styles.steps}>
        <Step name="ink" picture={pad} />
        {placing && (
          <>
            <Step name="box" picture={pad} guide={<BoxGuide box={placing.box} />} />
            <Step name="scaled" picture={placing.scaled} />
            <Step name="centred" picture={final} guide={<CenterGuide />} />
          </>
        )}
        <Step name="image" picture={final} />
      </ol>
      <AsText image={image} name={t('panels.seen.image.name')} />
    </>
  );
}

interface StepProps {
  readonly name: 'ink' | 'box' | 'scaled' | 'centred' | 'image';
  readonly picture: GreyPicture;
  /** Drawn over the picture. */
  readonly guide?: ReactNode;
}

function Step({ name, picture, guide }: StepProps) {
  const { t } = useTranslation();
  const { width, height, values } = picture;
  const pixels = useMemo(() => greyPixels({ width, height, values }), [width, height, values]);
  return (
    <li>
      <div className={styles.frame}>
        <PixelCanvas pixels={pixels} name={t(`panels.seen.${name}.name`)} />
        {guide}
      </div>
      <span aria-hidden="true">{t(`panels.seen.${name}.caption`)}</span>
    </li>
  );
}
