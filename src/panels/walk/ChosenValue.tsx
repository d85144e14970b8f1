import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { isActive } from '../../state/run/run-state';
import { Note } from '../../ui/Note';
import { decimalsFor, decimalsOf, writer } from '../shared/arithmetic/numbers';
import type { Place } from '../shared/arithmetic/picture';
import { isStale } from '../shared/arithmetic/stale';
import { useLab } from '../shared/use-lab';
import { sourceOf, valueAt } from './step-values';
import { Tempered } from './Tempered';
import { useWhere } from './use-where';
import { ValueSum } from './ValueSum';
import { arithmeticOf, foundIn, type View } from './view';
import styles from './Walk.module.css';

interface ChosenValueProps {
  readonly view: View;
  readonly place: Place;
  readonly channel: number;
  readonly onChannel: (channel: number) => void;
}

/** One value of what a step makes, and all the numbers that lead to it. */
export function ChosenValue({ view, place, channel, onChannel }: ChosenValueProps) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.walk' });
  const { t: tMaps } = useTranslation('translation', { keyPrefix: 'panels.activation-maps' });
  const whereIs = useWhere();
  const { step, values } = view;
  // While it trains the value changes several times a second, which is to be seen but not to be read out.
  const changing = useLab((state) => isActive(state.run.phase));
  const arithmetic = useMemo(() => arithmeticOf(view, place), [view, place]);
  const value = valueAt(values.made, place);
  const given = valueAt(values.given, sourceOf(step, place));
  const isLone = step.kind === 'activation' || step.kind === 'softmax';
  const decimals = arithmetic ? decimalsOf(arithmetic) : decimalsFor(isLone ? [value, given] : [value]);
  const write = writer(step.kind === 'softmax' ? 6 : decimals, i18n.language);
  const found = foundIn(view, arithmetic, given);
  return (
    <section className={styles.chosen} aria-label={t('chosen')}>
      <p className={styles.value} aria-live={changing ? 'off' : 'polite'}>
        <b>{whereIs(view, place)}</b> <span translate="no">= {write(value)}</span>
      </p>
      <ValueSum
        view={view}
        place={place}
        arithmetic={arithmetic}
        given={given}
        value={value}
        write={write}
        channel={channel}
        onChannel={onChannel}
      />
      {step.kind === 'softmax' && <Tempered probabilities={values.made.values} output={place.channel} />}
      {found !== undefined && isStale(found, value) && <Note>{tMaps('moving')}</Note>}
    </section>
  );
}
