import { useTranslation } from 'react-i18next';
import { AUGMENTATION, isAugmented } from '../../model/settings';
import { Button } from '../../ui/Button';
import { Explanation } from '../../ui/Explanation';
import { FoldCard } from '../../ui/FoldCard';
import { PanelTerms } from '../shared/panel-terms';
import { NumberField } from '../shared/setting-fields';
import { useClassWording } from '../shared/use-class-names';
import { useAreHidden, useControl } from '../shared/use-control';
import { useActions, useLab } from '../shared/use-lab';
import styles from './Augmentation.module.css';
import { ImageStrip } from './ImageStrip';
import { SAMPLES } from './samples';
import { usePreview } from './use-preview';

const NONE = Object.fromEntries(AUGMENTATION.map((name) => [name, 0]));

/** How far training images are changed at random, with what that makes of the image in sight. */
export function Augmentation() {
  const { t: tAll } = useTranslation();
  const { t } = useTranslation('translation', { keyPrefix: 'panels.augmentation' });
  const wording = useClassWording();
  const settings = useLab((state) => state.settings);
  const { change } = useActions();
  const isOn = isAugmented(settings);
  const count = AUGMENTATION.filter((name) => settings[name] > 0).length;
  const preview = usePreview();
  const areHidden = useAreHidden(AUGMENTATION);
  if (areHidden) return null;
  return (
    <FoldCard
      title={t('title')}
      summary={isOn ? t('on', { count }) : t('off')}
      explain={tAll('settings.explain')}
    >
      <Explanation question={tAll('explain')}>
        {t('explanation', wording)}
        <PanelTerms panel="augmentation" />
      </Explanation>
      {isOn ? (
        <div className={styles.samples}>
          <p>{t('samples')}</p>
          <ImageStrip images={preview?.samples} first={0} count={SAMPLES} name={t('samples')} />
          <Button onPress={() => change(NONE)}>{t('reset')}</Button>
        </div>
      ) : (
        <p className={styles.off}>{t('change')}</p>
      )}
      <div className={styles.fields}>
        {AUGMENTATION.map((name, i) => (
          <Amount key={name} name={name} first={2 * i} images={preview?.extremes} />
        ))}
      </div>
    </FoldCard>
  );
}

interface AmountProps {
  readonly name: (typeof AUGMENTATION)[number];
  /** Both ends of what it does, from this one of the images on. */
  readonly first: number;
  readonly images: Uint8Array | undefined;
}

function Amount({ name, first, images }: AmountProps) {
  const { t } = useTranslation();
  const isOn = useLab(({ settings }) => settings[name] > 0);
  const { state } = useControl(name);
  if (state === 'hidden') return null;
  const extremes = t('panels.augmentation.extremes', { name: t(`settings.${name}.label`) });
  return (
    <div>
      <NumberField name={name} />
      {isOn && <ImageStrip images={images} first={first} count={2} name={extremes} />}
    </div>
  );
}
