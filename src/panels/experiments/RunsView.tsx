import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { areAlike } from '../../model/settings-difference';
import { experimentBase } from '../../state/experiments/experiments-selectors';
import { Note } from '../../ui/Note';
import { useLab } from '../shared/use-lab';
import styles from './Experiments.module.css';
import { RunsChart } from './RunsChart';
import { RunsTable } from './RunsTable';
import { shownRuns } from './shown-runs';

/** The runs of this visit: a table, and the curves of those that are chosen in it. */
export function RunsView() {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.experiments' });
  const runs = useLab((state) => state.finishedRuns);
  const base = useLab(experimentBase);
  /** By number; the others are shown or not as `shownRuns` says. */
  const [chosen, setChosen] = useState<Readonly<Record<number, boolean>>>({});
  const baseRun = useMemo(() => runs.findLast(({ settings }) => areAlike(settings, base)), [runs, base]);
  const shown = useMemo(() => shownRuns(runs, baseRun, chosen), [runs, baseRun, chosen]);
  if (runs.length === 0) return <Note>{t('empty')}</Note>;
  return (
    <>
      <h3 className={styles.heading}>{t('runs')}</h3>
      <RunsTable
        runs={runs}
        base={base}
        baseRun={baseRun}
        shown={shown}
        onShow={(run, isShown) => setChosen({ ...chosen, [run]: isShown })}
      />
      <RunsChart runs={shown} />
    </>
  );
}
