import { useTranslation } from 'react-i18next';
import { FoldCard } from '../../ui/FoldCard';
import { ChoiceField, NumberField } from '../shared/setting-fields';
import { useLab } from '../shared/use-lab';
import { ScheduleCurve } from './ScheduleCurve';
import { SeedField } from './SeedField';
import styles from './TrainingPanel.module.css';

export function TrainingPanel() {
  const { t } = useTranslation();
  const optimizer = useLab(({ settings }) => settings.optimizer);
  const init = useLab(({ settings }) => settings.init);
  const epochs = useLab(({ settings }) => settings.epochs);
  const batchSize = useLab(({ settings }) => settings.batchSize);
  return (
    <FoldCard
      title={t('panels.training.title')}
      summary={t('panels.training.summary', {
        count: epochs,
        batchSize,
        optimizer: t(`settings.optimizer.options.${optimizer}`),
      })}
      isOpenAtFirst
      explain={t('settings.explain')}
    >
      <div className={styles.fields}>
        <NumberField name="epochs" />
        <NumberField name="batchSize" />
        <NumberField name="learningRate" />
        <div className={styles.schedule}>
          <ChoiceField name="schedule" />
          <ScheduleCurve />
        </div>
        <ChoiceField name="optimizer" />
        <NumberField
          name="momentum"
          reason={optimizer === 'momentum' ? undefined : t('panels.training.notMomentum')}
        />
        <NumberField name="dropout" />
        <NumberField name="labelSmoothing" />
        <NumberField name="trainingImages" />
        <ChoiceField name="init" />
        <NumberField name="initStd" reason={init === 'normal' ? undefined : t('panels.training.notNormal')} />
        <SeedField />
      </div>
    </FoldCard>
  );
}
