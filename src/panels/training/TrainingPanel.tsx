import { useTranslation } from 'react-i18next';
import { FoldCard } from '../../ui/FoldCard';
import { ChoiceField, NumberField } from '../shared/setting-fields';
import { useAreHidden, useControl } from '../shared/use-control';
import { useLab } from '../shared/use-lab';
import { HeededField } from './HeededField';
import { OptimizerFold } from './OptimizerFold';
import { RateFinder } from './RateFinder';
import { ScheduleCurve } from './ScheduleCurve';
import { SeedField } from './SeedField';
import { StopAtField } from './StopAtField';
import styles from './TrainingPanel.module.css';

/** All that stand in this card. */
const FIELDS = [
  ...([
    'epochs',
    'batchSize',
    'learningRate',
    'schedule',
    'rise',
    'warmup',
    'optimizer',
    'momentum',
  ] as const),
  ...(['beta1', 'beta2', 'rho', 'weightDecay', 'clipNorm', 'ema', 'dropout', 'labelSmoothing'] as const),
  ...(['trainingImages', 'patience', 'stopAt', 'init', 'initStd', 'seed'] as const),
];

export function TrainingPanel() {
  const { t } = useTranslation();
  const optimizer = useLab(({ settings }) => settings.optimizer);
  const hasOwnRise = useLab(({ settings }) => settings.schedule === 'one-cycle');
  const epochs = useLab(({ settings }) => settings.epochs);
  const batchSize = useLab(({ settings }) => settings.batchSize);
  const hasSchedule = useControl('schedule').state !== 'hidden';
  const isRateOpen = useControl('learningRate').state === 'open';
  const areHidden = useAreHidden(FIELDS);
  if (areHidden) return null;
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
          {hasSchedule && <ScheduleCurve />}
          <NumberField name={hasOwnRise ? 'rise' : 'warmup'} />
        </div>
        <ChoiceField name="optimizer" />
        <HeededField name="momentum" />
        <OptimizerFold />
        <NumberField name="dropout" />
        <NumberField name="labelSmoothing" />
        <NumberField name="trainingImages" />
        <NumberField name="patience" />
        <StopAtField />
        <ChoiceField name="init" />
        <HeededField name="initStd" />
        <SeedField />
      </div>
      {isRateOpen && <RateFinder />}
    </FoldCard>
  );
}
