import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { EngineReadout } from '../../protocol/backend';
import { formatCount } from '../../ui/format';
import { useLab } from '../shared/use-lab';
import styles from './EnginePanel.module.css';
import { stepReasonText } from './step-reason';

/** Why neither a better backend nor the fast step is at work. */
export function WhyNotAnother() {
  const { t, i18n } = useTranslation();
  const steps = useLab((state) => state.readout?.stepsDown) ?? [];
  const reason = useLab((state) => state.readout?.stepReason);
  if (steps.length === 0 && !reason) return null;
  return (
    <div className={styles.why}>
      <h3>{t('panels.engine.why')}</h3>
      <ul>
        {steps.map((step) => (
          <li key={step.backend}>{stepDownText(step, t, i18n.language)}</li>
        ))}
        {reason && <li>{stepReasonText(reason, t, i18n.language)}</li>}
      </ul>
    </div>
  );
}

function stepDownText(step: EngineReadout['stepsDown'][number], t: TFunction, language: string): string {
  const name = (backend: typeof step.backend) => t(`settings.backend.options.${backend}`);
  const { detail = '' } = step;
  if (step.reason !== 'slower') {
    // Firefox gives adapters no name.
    const reason = step.reason === 'software' && detail === '' ? 'software-unnamed' : step.reason;
    return t(`panels.engine.reasons.${reason}`, { backend: name(step.backend), detail });
  }
  const { imagesPerSecond, than } = step;
  return t(`panels.engine.slower.${detail === '' ? 'unnamed' : 'named'}`, {
    backend: name(step.backend),
    speed: formatCount(imagesPerSecond, language),
    device: detail,
    other: name(than.backend),
    otherSpeed: formatCount(than.imagesPerSecond, language),
  });
}
