import { useTranslation } from 'react-i18next';
import type { RunRecord } from '../../state/history/run-record';
import { Note } from '../../ui/Note';
import { Scroll } from '../../ui/Scroll';
import { Table } from '../../ui/Table';
import { PairedTest } from './PairedTest';
import styles from './Runs.module.css';
import { useRowsApart } from './use-rows-apart';

/** In what settings the chosen runs differ, on their way and by what they were computed too, and for two of them whether their readings do. */
export function ComparedRuns({ runs }: { readonly runs: readonly RunRecord[] }) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.runs' });
  const [first, second, ...others] = runs;
  if (!first || !second) return <Note>{t('compareHint')}</Note>;
  return (
    <>
      <h3 className={styles.heading}>{t('compared')}</h3>
      <Settings runs={runs} />
      {others.length === 0 && (
        <div className={styles.tests}>
          <PairedTest part="validation" first={first} second={second} />
          <PairedTest part="test" first={first} second={second} />
        </div>
      )}
    </>
  );
}

function Settings({ runs }: { readonly runs: readonly RunRecord[] }) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.runs' });
  const rows = useRowsApart(runs);
  if (rows.length === 0) return <Note>{t('sameSettings')}</Note>;
  return (
    <Scroll label={t('apart')}>
      <Table caption={t('apartCaption')} className={styles.apart}>
        <thead>
          <tr>
            <th scope="col">{t('setting')}</th>
            {runs.map(({ id, number }) => (
              <th scope="col" key={id}>
                {t('run', { run: number })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, values }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {runs.map(({ id }, i) => (
                <td key={id}>{values[i]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </Scroll>
  );
}
