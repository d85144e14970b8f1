import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { isTrained } from '../../state/network/network-selectors';
import { EmptyState } from '../../ui/EmptyState';
import { Explanation } from '../../ui/Explanation';
import { Note } from '../../ui/Note';
import { Section } from '../../ui/Section';
import { FailedInquiry } from '../shared/failed-inquiry';
import { PanelTerms } from '../shared/panel-terms';
import { useReadsDigits } from '../shared/use-class-names';
import { useLab } from '../shared/use-lab';
import { Accuracies } from './Accuracies';
import { FineTune } from './FineTune';
import { Gallery } from './Gallery';
import { OwnFiles } from './OwnFiles';
import { ownTallies } from './tallies';
import { useOwnReadings } from './use-own-readings';

/** A person's own test set: what they drew and named, how well it is read, and what learning from it brings. */
export function OwnDigits() {
  const { t: tAll } = useTranslation();
  const { t } = useTranslation('translation', { keyPrefix: 'panels.own-digits' });
  const { digits, isLoaded, keeping, changed } = useLab((state) => state.ownDigits);
  const learntFrom = useLab((state) => state.fineTuning.learntFrom);
  const trained = useLab(isTrained);
  const isOfOthers = useLab(({ dataset }) => dataset.status === 'ready' && dataset.classNames !== undefined);
  const readsDigits = useReadsDigits();
  const reading = useOwnReadings(isOfOthers || !readsDigits ? NONE : digits);
  const { answer } = reading;
  const own = useMemo(() => answer && ownTallies(digits, answer, learntFrom), [answer, digits, learntFrom]);
  const hasDigits = digits.length > 0;
  return (
    <Section title={t('title')} note={hasDigits && t('note', { count: digits.length })}>
      <Explanation question={tAll('explain')}>
        <p>{t('explain.what')}</p>
        <p>{t('explain.interval')}</p>
        <p>{t('explain.tuning')}</p>
        <PanelTerms panel="own-digits" />
      </Explanation>
      <Note>{t(`where.${keeping}`)}</Note>
      {isOfOthers && <Note role="status">{t('digitsOnly')}</Note>}
      {!hasDigits && (
        <EmptyState text={t(isLoaded ? 'empty' : 'loading')}>
          <a href="#draw">{t('draw')}</a>
        </EmptyState>
      )}
      {hasDigits && !isOfOthers && (
        <>
          {trained && !readsDigits && <Note role="status">{t('otherClasses')}</Note>}
          {own && <Accuracies own={own} />}
          {!own && trained && readsDigits && reading.status === 'loading' && <Note>{t('reading')}</Note>}
          {!trained && <Note>{t('untrained')}</Note>}
          {reading.status === 'failed' && <FailedInquiry text={t('failed')} onRetry={reading.retry} />}
          <FineTune />
        </>
      )}
      {(hasDigits || changed) && <Gallery digits={digits} readings={answer} />}
      <OwnFiles />
    </Section>
  );
}

const NONE = [] as const;
