import { memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { areAlike } from '../../model/settings-difference';
import type { RunRecord } from '../../state/history/run-record';
import { useActions, useLab } from '../shared/use-lab';
import { RunActions } from './RunActions';
import { RunCell } from './RunCells';
import { RunNote } from './RunNote';
import { RunSwatch } from './RunSwatch';
import styles from './Runs.module.css';
import type { RunColumn } from './run-columns';
import type { RunMark } from './run-marks';

interface RunRowProps {
  readonly run: RunRecord;
  readonly columns: readonly RunColumn[];
  /** In what it differs from the base. */
  readonly changes: string;
  readonly baseRun: RunRecord | undefined;
  /** By which its curve is shown; undefined where it is not. */
  readonly mark: RunMark | undefined;
}

/** Its figures, and below them what can be done with it. Remembered: a visit can have hundreds of runs. */
export const RunRow = memo(function RunRow({ run, columns, changes, baseRun, mark }: RunRowProps) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.runs' });
  const isSet = useLab(({ settings }) => areAlike(settings, run.settings));
  const isSeen = useLab(({ lookBack }) => lookBack?.run === run.id);
  const { chooseRun } = useActions();
  const row = useSought(run.id);
  return (
    <>
      <tr ref={row} tabIndex={-1} aria-current={isSeen || undefined}>
        <th scope="row" rowSpan={2}>
          <label className={styles.curve}>
            <input
              type="checkbox"
              checked={mark !== undefined}
              aria-label={t('showCurve', { run: run.number })}
              onChange={(event) => chooseRun(run.id, event.target.checked)}
            />
            {run.number} {mark && <RunSwatch mark={mark} />}
          </label>
        </th>
        {columns.map(
          (column) =>
            column !== 'run' && (
              <RunCell key={column} column={column} run={run} changes={changes} baseRun={baseRun} />
            ),
        )}
      </tr>
      <tr className={styles.does} aria-current={isSeen || undefined}>
        <td colSpan={columns.length - 1}>
          <div className={styles.actions}>
            <RunActions run={run} isSet={isSet} />
            {!columns.includes('note') && <RunNote run={run} />}
          </div>
        </td>
      </tr>
    </>
  );
});

/** The line that a person is led to comes into sight and has the focus. */
function useSought(run: RunRecord['id']) {
  const row = useRef<HTMLTableRowElement>(null);
  const isSought = useLab(({ soughtRun }) => soughtRun === run);
  const { seekRun } = useActions();
  useEffect(() => {
    if (!isSought) return;
    row.current?.scrollIntoView({ block: 'center' });
    row.current?.focus({ preventScroll: true });
    seekRun(undefined);
  }, [isSought, seekRun]);
  return row;
}
