import { useTranslation } from 'react-i18next';
import type { Settings } from '../../model/settings';
import type { FinishedRun } from '../../state/run/finished-run';
import { Note } from '../../ui/Note';
import { Table } from '../../ui/Table';
import styles from './Experiments.module.css';
import { RunRow } from './RunRow';

interface RunsTableProps {
  /** Oldest first. */
  readonly runs: readonly FinishedRun[];
  readonly base: Settings;
  /** The last run with the settings of the base. */
  readonly baseRun: FinishedRun | undefined;
  /** Those whose curves are drawn. */
  readonly shown: readonly FinishedRun[];
  readonly onShow: (run: number, isShown: boolean) => void;
}

const COLUMNS = ['curve', 'changed', 'accuracy', 'difference', 'loss', 'epochs', 'seconds', 'use'] as const;

/** A row a run, the newest first. */
export function RunsTable({ runs, base, baseRun, shown, onShow }: RunsTableProps) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.experiments' });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on a narrow screen it scrolls, for which the keyboard needs a stop
    <section className={styles.scroll} tabIndex={0} aria-label={t('runs')}>
      <Table caption={t('caption')} className={styles.table}>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th scope="col" key={column}>
                {t(`columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...runs].reverse().map((run) => (
            <RunRow
              key={run.number}
              run={run}
              base={base}
              baseRun={baseRun}
              isShown={shown.includes(run)}
              onShow={(isShown) => onShow(run.number, isShown)}
            />
          ))}
        </tbody>
      </Table>
      {!baseRun && <Note>{t('noBaseRun')}</Note>}
    </section>
  );
}
