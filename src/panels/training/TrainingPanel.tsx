import { useTranslation } from 'react-i18next';
import { NUMBERS, type NumberName } from '../../model/settings';
import { Card } from '../../ui/Card';
import { SliderField } from '../../ui/SliderField';
import { ChoiceField } from '../setting-fields';
import { useActions, useLab } from '../use-lab';
import { ScheduleCurve } from './ScheduleCurve';
import { SeedField } from './SeedField';
import styles from './TrainingPanel.module.css';

function NumberSettingField({ name }: { readonly name: NumberName }) {
  const { t } = useTranslation();
  const settings = useLab((state) => state.settings);
  const { change } = useActions();
  const reason =
    name === 'momentum' && settings.optimizer !== 'momentum'
      ? t('panels.training.notMomentum')
      : name === 'initStd' && settings.init !== 'normal'
        ? t('panels.training.notNormal')
        : undefined;
  return (
    <SliderField
      label={t(`settings.${name}.label`)}
      hint={reason ?? t(`settings.${name}.hint`)}
      isDisabled={reason !== undefined}
      range={NUMBERS[name]}
      value={settings[name]}
      onChange={(value) => change({ [name]: value })}
    />
  );
}

export function TrainingPanel() {
  const { t } = useTranslation();
  return (
    <Card title={t('panels.training.title')}>
      <div className={styles.fields}>
        <NumberSettingField name="epochs" />
        <NumberSettingField name="batchSize" />
        <NumberSettingField name="learningRate" />
        <div className={styles.schedule}>
          <ChoiceField name="schedule" />
          <ScheduleCurve />
        </div>
        <ChoiceField name="optimizer" />
        <NumberSettingField name="momentum" />
        <NumberSettingField name="dropout" />
        <NumberSettingField name="labelSmoothing" />
        <NumberSettingField name="trainingImages" />
        <ChoiceField name="init" />
        <NumberSettingField name="initStd" />
        <SeedField />
      </div>
    </Card>
  );
}
