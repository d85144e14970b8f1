import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { experimentBase } from '../../state/experiments/experiments-selectors';
import { isRunOf, isTested } from '../../state/history/run-record';
import { Button } from '../../ui/Button';
import { Note } from '../../ui/Note';
import { Toolbar } from '../../ui/Toolbar';
import { TermList } from '../shared/panel-terms';
import { useActions, useLab } from '../shared/use-lab';
import { ComparedRuns } from './ComparedRuns';
import { KeptNote } from './KeptNote';
import styles from './Runs.module.css';
import { RunsChart } from './RunsChart';
import { RunsTable } from './RunsTable';
import { columnsOf } from './run-columns';
import { MOST_CURVES } from './run-marks';
import { shownRuns } from './shown-runs';

/** Of the heads of the table, which are pressed to sort by them. */
const TABLE_TERMS = ['accuracy', 'interval', 'validation', 'loss', 'epoch', 'seed', 'train-step'] as const;

/** The runs of this visit: a table, and what is to be compared of those that are chosen in it. */
export function RunsView() {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.runs' });
  const runs = useLab((state) => state.runs);
  const base = useLab(experimentBase);
  const chosen = useLab((state) => state.chosenRuns);
  const { chooseNoRuns } = useActions();
  const [isAll, setAll] = useState(false);
  const baseRun = useMemo(() => runs.findLast((run) => isTested(run) && isRunOf(run, base)), [runs, base]);
  const shown = useMemo(() => shownRuns(runs, baseRun, chosen), [runs, baseRun, chosen]);
  const surplus = runs.filter((run) => chosen[run.id] && !shown.includes(run)).length;
  return (
    <>
      <Deleted />
      {runs.length === 0 ? (
        <Note>{t('empty')}</Note>
      ) : (
        <>
          <h3 className={styles.heading}>{t('runs')}</h3>
          <Toolbar>
            <KeptNote />
            <label className={styles.curve}>
              <input type="checkbox" checked={isAll} onChange={(event) => setAll(event.target.checked)} />
              {t('allColumns')}
            </label>
            <Button isDisabled={shown.length === 0} onPress={chooseNoRuns}>
              {t('chooseNone')}
            </Button>
          </Toolbar>
          <RunsTable runs={runs} base={base} baseRun={baseRun} shown={shown} columns={columnsOf(isAll)} />
          <TermList terms={TABLE_TERMS} />
          {surplus > 0 && <Note role="status">{t('tooMany', { count: surplus, most: MOST_CURVES })}</Note>}
          <ComparedRuns runs={shown} />
          <RunsChart runs={shown} />
        </>
      )}
    </>
  );
}

/** The run that was put away last, and the way back. */
function Deleted() {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.runs' });
  const deleted = useLab((state) => state.deletedRun);
  const { bringRunBack, forgetDeletedRun, seekRun } = useActions();
  if (!deleted) return null;
  return (
    <Toolbar role="group" aria-label={t('deletedLabel')}>
      <Note role="status">{t('deleted', { run: deleted.number })}</Note>
      <Button
        onPress={() => {
          bringRunBack();
          // These buttons go; the focus follows the run.
          seekRun(deleted.id);
        }}
      >
        {t('undelete')}
      </Button>
      <Button
        onPress={(press) => {
          press.currentTarget.closest('main')?.focus({ preventScroll: true });
          forgetDeletedRun();
        }}
      >
        {t('forget')}
      </Button>
    </Toolbar>
  );
}
