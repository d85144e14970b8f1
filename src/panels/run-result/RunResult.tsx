import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { epochsOf } from '../../state/look-back/look-back-selectors';
import { Button } from '../../ui/Button';
import { formatCount, formatNumber, formatPoints, formatShare } from '../../ui/format';
import { Section } from '../../ui/Section';
import { useAccuracyText } from '../shared/accuracy-text';
import { Term, TermText } from '../shared/term';
import { useOffers } from '../shared/use-control';
import { useActions, useLab } from '../shared/use-lab';
import styles from './RunResult.module.css';
import { type ResultFigures, resultFigures, runInSight } from './result-figures';

/** What the run that has just ended got, large, and where one can go from there. Nothing while there is no such run. */
export function RunResult() {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.run-result' });
  const runs = useLab((state) => state.runs);
  const run = useLab(runInSight);
  const figures = useMemo(() => resultFigures(runs, run), [runs, run]);
  if (!figures) return null;
  const { images, wrong, accuracy, interval, loss, before } = figures;
  const share = (value: number) => formatShare(value, i18n.language, 2);
  return (
    <Section
      title={t('title')}
      note={<TermText>{t('note', { images: formatCount(images, i18n.language) })}</TermText>}
    >
      <div className={styles.figures}>
        <p className={styles.accuracy}>
          <b>{share(accuracy)}</b>
          <span>
            <TermText>{t('accuracy', { low: share(interval.low), high: share(interval.high) })}</TermText>
          </span>
        </p>
        <dl className={styles.others}>
          <Figure name={t('wrong')} value={formatCount(wrong, i18n.language)} />
          <Figure name={<Term id="loss">{t('loss')}</Term>} value={formatNumber(loss, i18n.language, 4)} />
          <Figure name={t('time')} value={time(figures.seconds)} />
        </dl>
      </div>
      {before && <Comparison before={before} images={images} />}
      <NextSteps wrong={wrong} run={figures.run} />
    </Section>
  );

  function time(seconds: number): string {
    if (seconds < 60) return t('seconds', { seconds: formatNumber(seconds, i18n.language, 1) });
    const whole = Math.round(seconds);
    return t('minutes', { minutes: Math.floor(whole / 60), seconds: whole % 60 });
  }
}

function Figure({ name, value }: { readonly name: ReactNode; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

interface ComparisonProps {
  readonly before: NonNullable<ResultFigures['before']>;
  /** Of the test. */
  readonly images: number;
}

function Comparison({ before, images }: ComparisonProps) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.run-result' });
  const accuracyText = useAccuracyText();
  const points = (difference: number) => formatPoints(difference, i18n.language);
  return (
    <p className={styles.before} data-verdict={before.verdict}>
      {t(`before.${before.verdict}`, {
        number: before.number,
        accuracy: accuracyText({ accuracy: before.accuracy, images }),
        difference: points(before.difference),
        low: points(before.interval.low),
        high: points(before.interval.high),
      })}
    </p>
  );
}

function NextSteps({ wrong, run }: Pick<ResultFigures, 'wrong' | 'run'>) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.run-result.steps' });
  const epochs = useLab((state) => epochsOf(state, run));
  const { lookBack, open, select } = useActions();
  const offers = useOffers();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups inputs; these are buttons
    <div className={styles.steps} role="group" aria-label={t('label')}>
      {wrong > 0 && offers('misclassified') && (
        <Button
          onPress={() => {
            // All of them, and not those of a cell that was selected before.
            select({ part: undefined, cell: undefined, digit: undefined });
            open('misclassified');
          }}
        >
          {t('mistakes', { count: wrong, wrong: formatCount(wrong, i18n.language) })}
        </Button>
      )}
      {epochs.length > 1 && (
        <Button onPress={() => lookBack({ run: run.id, epoch: epochs[0] ?? 0 })}>{t('lookBack')}</Button>
      )}
      {offers('report') && <Button onPress={() => open('report')}>{t('report')}</Button>}
      {offers('interventions') && <Button onPress={() => open('interventions')}>{t('break')}</Button>}
      {offers('runs') && <Button onPress={() => open('runs')}>{t('beat')}</Button>}
    </div>
  );
}
