import { useTranslation } from 'react-i18next';
import { AUGMENTATION, isAugmented } from '../../model/settings';
import { Button } from '../../ui/Button';
import { Explanation } from '../../ui/Explanation';
import { FoldCard } from '../../ui/FoldCard';
import { NumberField } from '../shared/setting-fields';
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
  const settings = useLab((state) => state.settings);
  const { change } = useActions();
  const isOn = isAugmented(settings);
  const count = AUGMENTATION.filter((name) => settings[name] > 0).length;
  const preview = usePreview();
  return (
    <FoldCard
      title={t('title')}
      summary={isOn ? t('on', { count }) : t('off')}
      explain={tAll('settings.explain')}
    >
      <Explanation question={tAll('explain')}>{t('explanation')}</Explanation>
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
          <div key={name}>
            <NumberField name={name} />
            {settings[name] > 0 && (
              <ImageStrip
                images={preview?.extremes}
                first={2 * i}
                count={2}
                name={t('extremes', { name: tAll(`settings.${name}.label`) })}
              />
            )}
          </div>
        ))}
      </div>
    </FoldCard>
  );
}
