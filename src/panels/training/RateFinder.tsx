import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { proposedRate } from '../../metrics/rate-test';
import type { RateTest } from '../../protocol/rate-finder';
import { isTestOfOthers, rateTestBlock } from '../../state/rate-finder/rate-finder-selectors';
import { Button } from '../../ui/Button';
import { focusBefore } from '../../ui/focus-before';
import { formatSignificant } from '../../ui/format';
import { Note } from '../../ui/Note';
import { Toolbar } from '../../ui/Toolbar';
import { useActions, useLab } from '../shared/use-lab';
import { RateChart } from './RateChart';
import styles from './RateFinder.module.css';

/** Tries learning rates for the next run, shows what the loss did, and proposes one. */
export function RateFinder() {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.training.finder' });
  const { t: tCommon } = useTranslation();
  const id = useId();
  const test = useLab((state) => state.rateTest);
  const block = useLab(rateTestBlock);
  const { findRate, cancelRateTest } = useActions();
  const isTrying = test?.status === 'trying';
  const reason = block === 'running' ? t('running') : block && tCommon(`run.block.${block}`);
  return (
    <section className={styles.finder} aria-label={t('title')}>
      <Toolbar>
        <Button
          isDisabled={isTrying || block !== undefined}
          aria-describedby={`${id}-what`}
          onPress={findRate}
        >
          {t('find')}
        </Button>
        {isTrying && (
          <>
            <progress
              value={test.batches > 0 ? test.points.length / test.batches : 0}
              aria-label={t('progress')}
            />
            <Button
              onPress={({ currentTarget }) => {
                focusBefore(currentTarget);
                cancelRateTest();
              }}
            >
              {t('cancel')}
            </Button>
          </>
        )}
      </Toolbar>
      <Note id={`${id}-what`}>{!isTrying && reason ? reason : t('what')}</Note>
      {test && test.status !== 'failed' && test.points.length > 0 && <RateChart test={test} />}
      {test && <Outcome test={test} />}
    </section>
  );
}

function Outcome({ test }: { readonly test: RateTest }) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.training.finder' });
  const isOfOthers = useLab(isTestOfOthers);
  const current = useLab((state) => state.settings.learningRate);
  const { adjust } = useActions();
  switch (test.status) {
    case 'trying':
      return null;
    case 'failed':
      return <Note role="alert">{t('failed', { detail: test.detail })}</Note>;
    case 'finished': {
      const proposed = proposedRate(test.points, test.settings);
      if (proposed === undefined) return <Note role="status">{t('none')}</Note>;
      const { rate, share } = proposed;
      const isUsed = rate === current;
      return (
        <>
          <Note role="status">
            {t(`proposed.${share}`, { rate: formatSignificant(rate, i18n.language, 2) })}
            {isOfOthers && ` ${t('ofOthers')}`}
          </Note>
          <Toolbar>
            <Button isDisabled={isUsed} onPress={() => adjust({ learningRate: rate })}>
              {t(isUsed ? 'used' : 'use')}
            </Button>
          </Toolbar>
        </>
      );
    }
    default:
      return test.status satisfies never;
  }
}
