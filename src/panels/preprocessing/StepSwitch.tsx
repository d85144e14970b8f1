import { useTranslation } from 'react-i18next';
import type { InkStep } from '../../ink/steps';
import { useActions, useLab } from '../shared/use-lab';
import styles from './PreprocessingPanel.module.css';

/** Leaves a step out, to see what it does to the answer. */
export function StepSwitch({ step }: { readonly step: InkStep }) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.preprocessing.steps' });
  const { setInkSteps } = useActions();
  const steps = useLab((state) => state.inkSteps);
  const isOn = steps[step];
  return (
    <label className={styles.switch} title={t(isOn ? `${step}.on` : `${step}.off`)}>
      <input type="checkbox" checked={isOn} onChange={() => setInkSteps({ ...steps, [step]: !isOn })} />
      {t(`${step}.label`)}
    </label>
  );
}
