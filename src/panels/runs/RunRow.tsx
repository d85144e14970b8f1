import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { areAlike } from '../../model/settings-difference';
import type { RunRecord } from '../../state/history/run-record';
import { epochsOf } from '../../state/look-back/look-back-selectors';
import { formatNumber } from '../../ui/format';
import { useActions, useLab } from '../shared/use-lab';
import { AccuracyCell } from './AccuracyCell';
import { DifferenceCell } from './DifferenceCell';
import { RunActions } from './RunActions';
import { RunNote } from './RunNote';
import { RunSwatch } from './RunSwatch';
import styles from './Runs.module.css';
import { rowId } from './row-id';
import { RUN_COLUMNS } from './run-columns';
import type { RunMark } from './run-marks';
import { useStepText } from './use-step-text';

interface RunRowProps {
  readonly run: RunRecord;
  /** In what it differs from the base. */
  readonly changes: string;
  readonly baseRun: RunRecord | undefined;
  /** By which its curve is shown; undefined where it is not. */
  readonly mark: RunMark | undefined;
}

/** Its figures, and below them what can be done with it. Remembered: a visit can have hundreds of runs. */
export const RunRow = memo(function RunRow({ run, changes, baseRun, mark }: RunRowProps) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.runs' });
  const isSet = useLab(({ settings }) => areAlike(settings, run.settings));
  const isSeen = useLab(({ lookBack }) => lookBack?.run === run.id);
  const { chooseRun } = useActions();
  const number = (value: number, digits: number) => formatNumber(value, i18n.language, digits);
  return (
    <>
      <tr id={rowId(run.number)} tabIndex={-1} aria-current={isSeen || undefined}>
        <th scope="row" rowSpan={2}>
          <label className={styles.curve}>
            <input
              type="checkbox"
              checked={mark !== undefined}
              aria-label={t('showCurve', { run: run.number })}
              onChange={(event) => chooseRun(run.id, event.target.checked)}
            />
            {mark && <RunSwatch mark={mark} />} {run.number}
          </label>
        </th>
        <td className={styles.changed}>{changes || t('asBase')}</td>
        <AccuracyCell reading={run.validation} />
        <AccuracyCell reading={run.test} />
        <DifferenceCell run={run} baseRun={baseRun} />
        <td>{run.test ? number(run.test.loss, 4) : '–'}</td>
        <Epochs run={run} />
        <td>{number(run.seconds, 1)}</td>
        <Started at={run.startedAt} />
        <td>{number(run.settings.seed, 0)}</td>
        <Step run={run} />
        <td className={styles.word}>{t(`ends.${run.end}`)}</td>
        <td>
          <RunNote run={run} />
        </td>
      </tr>
      <tr className={styles.does} aria-current={isSeen || undefined}>
        <td colSpan={RUN_COLUMNS.length - 1}>
          <RunActions run={run} isSet={isSet} />
        </td>
      </tr>
    </>
  );
});

/** How many it was trained, of how many; and of how many the weights are there. */
function Epochs({ run }: Pick<RunRowProps, 'run'>) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.runs' });
  const kept = useLab((state) => epochsOf(state, run).filter((epoch) => epoch > 0).length);
  const asked = run.settings.epochs;
  return (
    <>
      <td>{run.epochs === asked ? run.epochs : t('epochsOf', { epochs: run.epochs, asked })}</td>
      <td>{t('epochsOf', { epochs: kept, asked: run.epochs })}</td>
    </>
  );
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

function Step({ run }: Pick<RunRowProps, 'run'>) {
  const text = useStepText();
  return <td className={styles.word}>{text(run)}</td>;
}
