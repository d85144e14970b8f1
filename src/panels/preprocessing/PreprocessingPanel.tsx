import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { IMAGE_SIDE } from '../../ink/center';
import type { NormalizedInk } from '../../ink/normalize';
import { drawnImage } from '../../state/drawing/drawn-image';
import type { LabState } from '../../state/lab-state';
import { Card } from '../../ui/Card';
import type { GreyPicture } from '../../ui/pixels';
import { AsText } from '../shared/image-as-text';
import { useLab } from '../shared/use-lab';
import { useLabThrottled } from '../shared/use-lab-throttled';
import { BoxGuide, CenterGuide } from './guides';
import { halfPad } from './half-pad';
import { isInking } from './is-inking';
import { PreprocessingHelp } from './PreprocessingHelp';
import styles from './PreprocessingPanel.module.css';
import { ReadAs } from './ReadAs';
import { StepPicture } from './StepPicture';
import { StepSwitch } from './StepSwitch';

/** While the pen is down: six pictures take as long to draw as the answer, which goes first. */
const WHILE_INKING = {
  select: (state: LabState) => state.liveDrawing,
  canWait: isInking,
  every: 100,
} as const;

/** How a drawing becomes one of MNIST's images, step by step, and what each step is good for. */
export function PreprocessingPanel() {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.preprocessing' });
  const drawing = useLabThrottled(WHILE_INKING);
  const steps = useLab((state) => state.inkSteps);
  const seen = useMemo(() => drawnImage(drawing, steps), [drawing, steps]);
  return (
    <Card title={t('title')} note={<ReadAs />}>
      {seen ? <Steps {...seen} /> : <p className={styles.hint}>{t('hint')}</p>}
      {drawing.baseImage && <p className={styles.hint}>{t('print')}</p>}
      <PreprocessingHelp />
    </Card>
  );
}

function Steps({ drawn, ink, placing, image }: NormalizedInk) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.preprocessing' });
  const onPad = useMemo(() => halfPad(ink), [ink]);
  const asDrawn = useMemo(() => (drawn === ink ? onPad : halfPad(drawn)), [drawn, ink, onPad]);
  const isCentred = useLab((state) => state.inkSteps.centre);
  const final = { width: IMAGE_SIDE, height: IMAGE_SIDE, values: image };
  return (
    <>
      <ol className={styles.steps}>
        <Step name="ink" picture={asDrawn} caption={t('ink.caption')} />
        {placing && (
          <>
            <Step name="pen" picture={onPad} caption={<StepSwitch step="pen" />} />
            <Step name="box" picture={onPad} caption={<StepSwitch step="box" />}>
              <BoxGuide box={placing.box} />
            </Step>
            <Step name="scaled" picture={placing.scaled} caption={<StepSwitch step="scale" />} />
            <Step name="centred" picture={final} caption={<StepSwitch step="centre" />}>
              {isCentred && <CenterGuide />}
            </Step>
          </>
        )}
        <Step name="image" picture={final} caption={t('image.caption')} />
      </ol>
      <AsText image={image} name={t('image.name')} />
    </>
  );
}

interface StepProps {
  readonly name: 'ink' | 'pen' | 'box' | 'scaled' | 'centred' | 'image';
  readonly picture: GreyPicture;
  /** Under the picture: its name, or the switch that leaves the step out. */
  readonly caption: ReactNode;
  /** Drawn over the picture. */
  readonly children?: ReactNode;
}

function Step({ name, picture, caption, children }: StepProps) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.preprocessing' });
  return (
    <li>
      <StepPicture picture={picture} name={t(`${name}.name`)}>
        {children}
      </StepPicture>
      {typeof caption === 'string' ? <span aria-hidden="true">{caption}</span> : caption}
    </li>
  );
}
