import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ColourScale } from '../../charts/colour-scale';
import { formatSignificant } from '../../ui/format';
import type { Place } from '../shared/arithmetic/picture';
import { FunctionPlot } from './FunctionPlot';
import { activationCurve, normCurve } from './function-curve';
import { LensView } from './LensView';
import { lensAt } from './lens';
import styles from './Stage.module.css';
import { valueAt } from './step-values';
import { arithmeticOf, type View } from './view';

interface MiddleProps {
  readonly view: View;
  /** Of the value at hand. */
  readonly place: Place;
  readonly channel: number;
  /** Of what the step is given. */
  readonly scale: ColourScale;
}

/** What a step does with what lies under its window. */
export function Middle({ view, place, channel, scale }: MiddleProps) {
  const { i18n } = useTranslation();
  const { step, values, answers } = view;
  const arithmetic = useMemo(() => arithmeticOf(view, place), [view, place]);
  const lens = lensAt(step, values, answers, arithmetic, place, channel);
  const curve =
    step.kind === 'activation'
      ? activationCurve(view, place)
      : arithmetic?.kind === 'norm' && normCurve(arithmetic);
  return (
    <div className={styles.middle}>
      {lens && <LensView lens={lens} scale={scale} />}
      {curve && <FunctionPlot curve={curve} />}
      <p aria-hidden translate="no" className={styles.becomes}>
        <span>→</span>
        {formatSignificant(valueAt(values.made, place), i18n.language, 4)}
      </p>
    </div>
  );
}
