import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { isTrained } from '../../state/network/network-selectors';
import { Button } from '../../ui/Button';
import { Explanation } from '../../ui/Explanation';
import { Section } from '../../ui/Section';
import { useLab } from '../shared/use-lab';
import { Accuracies } from './Accuracies';
import { FineTune } from './FineTune';
import { Gallery } from './Gallery';
import styles from './OwnDigits.module.css';
import { OwnFiles } from './OwnFiles';
import { ownTallies } from './tallies';
import { useOwnReadings } from './use-own-readings';

/** A person's own test set: what they drew and named, how well it is read, and what learning from it brings. */
export function OwnDigits() {
  const { t: tAll } = useTranslation();
  const { t } = useTranslation('translation', { keyPrefix: 'panels.own-digits' });
  const { digits, isLoaded, isLasting } = useLab((state) => state.ownDigits);
  const learntFrom = useLab((state) => state.fineTuning.learntFrom);
  const trained = useLab(isTrained);
  const isOfOthers = useLab(({ dataset }) => dataset.status === 'ready' && dataset.classNames !== undefined);
  const reading = useOwnReadings(isOfOthers ? NONE : digits);
  const { answer } = reading;
  const own = useMemo(() => answer && ownTallies(digits, answer, learntFrom), [answer, digits, learntFrom]);
  const hasDigits = digits.length > 0;
  return (
    <Section title={t('title')} note={hasDigits && t('note', { count: digits.length })}>
      <Explanation question={tAll('explain')}>
        <p>{t('explain.what')}</p>
        <p>{t('explain.interval')}</p>
        <p>{t('explain.tuning')}</p>
      </Explanation>
      <p className={styles.words}>{t(isLasting ? 'where' : 'whereForNow')}</p>
      {isOfOthers && (
        <p className={styles.words} role="status">
          {t('digitsOnly')}
        </p>
      )}
      {!hasDigits && <p className={styles.empty}>{t(isLoaded ? 'empty' : 'loading')}</p>}
      {hasDigits && !isOfOthers && (
        <>
          {own && <Accuracies own={own} />}
          {!own && trained && reading.status === 'loading' && <p className={styles.words}>{t('reading')}</p>}
          {!trained && <p className={styles.words}>{t('untrained')}</p>}
          {reading.status === 'failed' && (
            <p className={styles.words} role="alert">
              {t('failed')} <Button onPress={reading.retry}>{t('retry')}</Button>
            </p>
          )}
          <FineTune />
        </>
      )}
      {hasDigits && <Gallery digits={digits} readings={answer} />}
      <OwnFiles />
    </Section>
  );
}

const NONE = [] as const;
