import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { trialsOf } from '../../../model/sweep';
import type { SweepState } from '../../../state/sweeps/sweeps-slice';
import { Note } from '../../../ui/Note';
import { SweepPicture } from './SweepPicture';
import { SweepTable } from './SweepTable';
import { standingsOf } from './standings';

type SweepResultsProps = Pick<SweepState, 'sweep' | 'results'>;

/** What a sweep has found. Remembered: it is drawn again when a result comes, and not while a run goes on. */
export const SweepResults = memo(function SweepResults({ sweep, results }: SweepResultsProps) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.sweeps.sweep' });
  const trials = useMemo(() => trialsOf(sweep), [sweep]);
  const standings = useMemo(() => standingsOf(sweep, trials, results), [sweep, trials, results]);
  return (
    <>
      <SweepPicture sweep={sweep} standings={standings} />
      {standings.length > 0 && <SweepTable sweep={sweep} standings={standings} />}
      <Note>{t('noTest')}</Note>
    </>
  );
});
