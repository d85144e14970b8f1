import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { trialsOf } from '../../../model/sweep';
import type { SweepState, TrialResult } from '../../../state/sweeps/sweeps-slice';
import { Scroll } from '../../../ui/Scroll';
import { Table } from '../../../ui/Table';
import { useLab } from '../../shared/use-lab';
import { AccuracyCell } from '../AccuracyCell';
import { RunLink } from './RunLink';
import styles from './Sweeps.module.css';

/** Every run of a repeat, in the order of the seeds. */
export function RepeatRuns({ state: { sweep, results } }: { readonly state: SweepState }) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.sweeps.repeat' });
  const trials = useMemo(() => trialsOf(sweep), [sweep]);
  if (results.length === 0) return null;
  return (
    <Scroll label={t('list')}>
      <Table caption={t('listCaption')} className={styles.table}>
        <thead>
          <tr>
            {(['run', 'seed', 'validation', 'test'] as const).map((column) => (
              <th scope="col" key={column}>
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {results.map((result) => (
            <Row key={result.trial} result={result} seed={trials[result.trial]?.seed} />
          ))}
        </tbody>
      </Table>
    </Scroll>
  );
}

function Row({ result, seed }: { readonly result: TrialResult; readonly seed: number | undefined }) {
  const test = useLab(({ runs }) => runs.find(({ id }) => id === result.run)?.test);
  return (
    <tr>
      <th scope="row">
        <RunLink run={result.run} />
      </th>
      <td>{seed}</td>
      <AccuracyCell reading={result.validation} />
      <AccuracyCell reading={test} />
    </tr>
  );
}
