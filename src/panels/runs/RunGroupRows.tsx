import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { accuracyOf } from '../../state/history/run-record';
import { useAccuracyText } from '../shared/accuracy-text';
import { useLab } from '../shared/use-lab';
import styles from './RunGroupRows.module.css';
import type { RunGroup } from './run-groups';

interface RunGroupRowsProps {
  readonly group: RunGroup;
  /** Of the table. */
  readonly columns: number;
  /** A row a run. */
  readonly children: ReactNode;
}

/** The runs of a sweep or a repeat under a line that says what they are, folded until a person opens it or is led to one. */
export function RunGroupRows({ group: { row, runs }, columns, children }: RunGroupRowsProps) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.runs.group' });
  const [isOpen, setOpen] = useState(false);
  const isSought = useLab(({ soughtRun }) => runs.some(({ id }) => id === soughtRun));
  useEffect(() => {
    if (isSought) setOpen(true);
  }, [isSought]);
  const accuracyText = useAccuracyText();
  const best = runs
    .filter(({ validation }) => validation !== undefined)
    .toSorted((a, b) => shareOf(b) - shareOf(a))[0];
  return (
    <>
      <tr>
        <th scope="rowgroup" colSpan={columns} className={styles.head}>
          <div className={styles.line}>
            <button
              type="button"
              className={styles.fold}
              aria-expanded={isOpen}
              onClick={() => setOpen(!isOpen)}
            >
              <span aria-hidden="true">{isOpen ? '▾' : '▸'}</span>{' '}
              {t(row.kind, { number: row.number, count: runs.length })}
            </button>
            {best?.validation && (
              <span className={styles.best}>
                {t('best', { run: best.number, accuracy: accuracyText(best.validation) })}
              </span>
            )}
          </div>
        </th>
      </tr>
      {isOpen && children}
    </>
  );
}

const shareOf = ({ validation }: RunGroup['runs'][number]): number =>
  validation ? accuracyOf(validation).value : 0;
