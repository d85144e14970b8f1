import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { scheduleFactor } from '../../model/schedule';
import { formatSignificant } from '../../ui/format';
import { useLab } from '../shared/use-lab';
import styles from './ScheduleCurve.module.css';
import { progressAlong, scheduleCurve } from './schedule-curve';

/** The learning rate over the next run, drawn before it starts; while a run follows it, a dot goes along. */
export function ScheduleCurve() {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.training.curve' });
  const settings = useLab((state) => state.settings);
  const { epochs } = settings;
  const done = useLab((state) => progressAlong(state.settings, state.run));
  const curve = useMemo(() => scheduleCurve(settings), [settings]);
  const rate = (value: number) => formatSignificant(value, i18n.language, 3);
  const label = t(curve.form, {
    count: epochs,
    start: rate(curve.start),
    peak: rate(curve.peak),
    end: rate(curve.end),
    epoch: curve.peakEpoch,
  });
  return (
    <div className={styles.curve} role="img" aria-label={label}>
      <span className={styles.peak}>{rate(curve.peak)}</span>
      <span className={styles.zero}>{rate(0)}</span>
      {/* One unit a side; y goes up from the axis. */}
      <svg className={styles.plot} viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
        <polyline
          className={styles.line}
          points={curve.points.map(([progress, share]) => `${progress},${1 - share}`).join(' ')}
        />
        {done !== undefined && (
          // A line without length under a round pen: a dot that stays round however the plot is stretched.
          <path className={styles.dot} d={`M${done} ${1 - scheduleFactor(settings, done)}h0`} />
        )}
      </svg>
      <span className={styles.epochs}>
        <span>{t('epoch', { epoch: 1 })}</span>
        {epochs > 1 && <span>{t('epoch', { epoch: epochs })}</span>}
      </span>
    </div>
  );
}
