import { useTranslation } from 'react-i18next';
import type { RunRecord } from '../../state/history/run-record';
import { epochsOf } from '../../state/look-back/look-back-selectors';
import { formatNumber } from '../../ui/format';
import { useLab } from '../shared/use-lab';
import { AccuracyCell } from './AccuracyCell';
import { DifferenceCell } from './DifferenceCell';
import { RunNote } from './RunNote';
import styles from './Runs.module.css';
import type { RunColumn } from './run-columns';
import { useStepText } from './use-step-text';

interface RunCellProps {
  readonly column: Exclude<RunColumn, 'run'>;
  readonly run: RunRecord;
  /** In what it differs from the base. */
  readonly changes: string;
  readonly baseRun: RunRecord | undefined;
}

/** What a column says of a run. */
export function RunCell({ column, run, changes, baseRun }: RunCellProps) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.runs' });
  const number = (value: number, digits: number) => formatNumber(value, i18n.language, digits);
  switch (column) {
    case 'changed':
      return <td className={styles.changed}>{changes || t('asBase')}</td>;
    case 'validation':
      return <AccuracyCell reading={run.validation} />;
    case 'accuracy':
      return <AccuracyCell reading={run.test} />;
    case 'difference':
      return <DifferenceCell run={run} baseRun={baseRun} />;
    case 'loss':
      return <td>{run.test ? number(run.test.loss, 4) : '–'}</td>;
    case 'epochs': {
      const asked = run.settings.epochs;
      return <td>{run.epochs === asked ? run.epochs : t('epochsOf', { epochs: run.epochs, asked })}</td>;
    }
    case 'kept':
      return <Kept run={run} />;
    case 'seconds':
      return <td>{number(run.seconds, 1)}</td>;
    case 'started':
      return <Started at={run.startedAt} />;
    case 'seed':
      return <td>{number(run.settings.seed, 0)}</td>;
    case 'step':
      return <Step run={run} />;
    case 'end':
      return <End run={run} />;
    case 'note':
      return (
        <td>
          <RunNote run={run} />
        </td>
      );
    default:
      return column satisfies never;
  }
}

type OfRun = Pick<RunCellProps, 'run'>;

/** Of how many epochs the weights are there. */
function Kept({ run }: OfRun) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.runs' });
  const kept = useLab((state) => epochsOf(state, run).filter((epoch) => epoch > 0).length);
  return <td>{t('epochsOf', { epochs: kept, asked: run.epochs })}</td>;
}

function Started({ at }: { readonly at: number }) {
  const { i18n } = useTranslation();
  const date = new Date(at);
  const time = date.toLocaleTimeString(i18n.language, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  return (
    <td className={styles.word}>
      <time dateTime={date.toISOString()} title={date.toLocaleString(i18n.language)}>
        {time}
      </time>
    </td>
  );
}

function Step({ run }: OfRun) {
  const text = useStepText();
  return <td className={styles.word}>{text(run)}</td>;
}

/** How it ended; where that was early, or not with the last epoch's weights, which it keeps. */
function End({ run: { end, ending, settings } }: OfRun) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.runs' });
  return <td className={styles.end}>{text()}</td>;

  function text(): string {
    if (!ending || end !== 'finished') return t(`ends.${end}`);
    const { reason, epochs, keptEpoch: kept } = ending;
    switch (reason) {
      case 'patience':
        return t('early', { kept, epochs });
      case 'reached':
        return t('reached', { epochs, stopAt: settings.stopAt });
      case 'all':
        return kept < epochs ? t('best', { kept, epochs }) : t('ends.finished');
      default:
        return reason satisfies never;
    }
  }
}
