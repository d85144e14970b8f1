import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../model/settings';
import type { RunRecord } from '../../state/history/run-record';
import { Note } from '../../ui/Note';
import { Scroll } from '../../ui/Scroll';
import { Table } from '../../ui/Table';
import { useLab } from '../shared/use-lab';
import { RunGroupRows } from './RunGroupRows';
import { RunRow } from './RunRow';
import styles from './Runs.module.css';
import { NEWEST_FIRST, type RunColumn, type RunOrder, sortRuns } from './run-columns';
import { groupedRuns, isGroup } from './run-groups';
import { marksOf } from './run-marks';
import { useChanges } from './use-changes';

interface RunsTableProps {
  /** Oldest first. */
  readonly runs: readonly RunRecord[];
  readonly base: Settings;
  /** The last run with the settings of the base. */
  readonly baseRun: RunRecord | undefined;
  /** Those whose curves are drawn. */
  readonly shown: readonly RunRecord[];
  readonly columns: readonly RunColumn[];
}

/** A row a run, in the order of any column. */
export function RunsTable({ runs, base, baseRun, shown, columns }: RunsTableProps) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.runs' });
  const [order, setOrder] = useState(NEWEST_FIRST);
  const kept = useLab((state) => state.keptEpochs.runs);
  const changes = useChanges(runs, base);
  const marks = useMemo(() => marksOf(shown.map(({ number }) => number)), [shown]);
  const sorted = sortRuns(runs, order, {
    baseRun,
    changes: (run) => changes.get(run) ?? '',
    kept: ({ id }) => kept[id]?.length ?? 0,
  });
  return (
    <Scroll label={t('runs')}>
      <Table caption={t('caption')} className={styles.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head key={column} column={column} order={order} onOrder={setOrder} />
            ))}
          </tr>
        </thead>
        <tbody>
          {groupedRuns(sorted).map((line) =>
            isGroup(line) ? (
              <RunGroupRows key={`group ${line.key}`} group={line} columns={columns.length}>
                {line.runs.map(rowOf)}
              </RunGroupRows>
            ) : (
              rowOf(line)
            ),
          )}
        </tbody>
      </Table>
      {!baseRun && <Note>{t('noBaseRun')}</Note>}
    </Scroll>
  );

  function rowOf(run: RunRecord) {
    return (
      <RunRow
        key={run.id}
        run={run}
        columns={columns}
        changes={changes.get(run) ?? ''}
        baseRun={baseRun}
        mark={marks.get(run.number)}
      />
    );
  }
}

interface HeadProps {
  readonly column: RunColumn;
  readonly order: RunOrder;
  readonly onOrder: (order: RunOrder) => void;
}

/** Sorts by its column, and pressed again the other way round. */
function Head({ column, order, onOrder }: HeadProps) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.runs' });
  const isChosen = order.column === column;
  const direction = order.isDescending ? 'descending' : 'ascending';
  return (
    <th scope="col" data-column={column} aria-sort={isChosen ? direction : 'none'}>
      <button
        type="button"
        className={styles.sort}
        onClick={() => onOrder({ column, isDescending: isChosen ? !order.isDescending : true })}
      >
        {t(`columns.${column}`)}
        <span aria-hidden="true">{isChosen ? (order.isDescending ? ' ↓' : ' ↑') : ''}</span>
      </button>
    </th>
  );
}
