import { type CSSProperties, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../ui/format';
import { SegmentedField } from '../../ui/SegmentedField';
import { lastPosition, positionOf, valueAt } from '../../ui/slider-scale';
import { Term } from '../shared/term';
import styles from './CurveControls.module.css';
import { type CurveView, SMOOTHING } from './curve-view';

interface CurveControlsProps {
  readonly view: CurveView;
  readonly onChange: (patch: Partial<CurveView>) => void;
}

/** How the curves are drawn, in one row. */
export function CurveControls({ view, onChange }: CurveControlsProps) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.learning-curves' });
  return (
    <div className={styles.controls}>
      <SegmentedField
        label={t('by')}
        isLabelHidden
        value={view.by}
        options={(['batch', 'epoch'] as const).map((by) => ({ value: by, label: t(by) }))}
        onChange={(by) => onChange({ by })}
      />
      <label className={styles.check}>
        <input type="checkbox" checked={view.log} onChange={() => onChange({ log: !view.log })} />
        {t('log')}
      </label>
      <Smoothing view={view} onChange={onChange} />
      <label className={styles.check}>
        <input type="checkbox" checked={view.rate} onChange={() => onChange({ rate: !view.rate })} />
        {t('showRate')}
      </label>
    </div>
  );
}

function Smoothing({ view, onChange }: CurveControlsProps) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.learning-curves' });
  const id = useId();
  const at = positionOf(SMOOTHING, view.smoothing);
  const last = lastPosition(SMOOTHING);
  const byEpoch = view.by === 'epoch';
  const value = byEpoch
    ? t('notSmoothed')
    : view.smoothing === 1
      ? t('off')
      : t('batches', { batches: formatCount(view.smoothing, i18n.language) });
  return (
    <div className={styles.smoothing}>
      <Term id="smoothing">{t('smoothing')}</Term>
      <input
        id={id}
        aria-label={t('smoothing')}
        type="range"
        min={0}
        max={last}
        step={1}
        value={at}
        disabled={byEpoch}
        aria-valuetext={value}
        style={{ '--filled': `${(100 * at) / last}%` } as CSSProperties}
        onChange={(event) => onChange({ smoothing: valueAt(SMOOTHING, Number(event.target.value)) })}
      />
      <output translate="no" htmlFor={id}>
        {value}
      </output>
    </div>
  );
}
