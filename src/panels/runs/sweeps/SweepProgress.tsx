import { useTranslation } from 'react-i18next';
import { roundsOf, trialsOf } from '../../../model/sweep';
import { workOf } from '../../../model/sweep-plan';
import { isOnItsData } from '../../../state/sweeps/sweeps-selectors';
import type { SweepKind, SweepState } from '../../../state/sweeps/sweeps-slice';
import { Button } from '../../../ui/Button';
import { Note } from '../../../ui/Note';
import { Toolbar } from '../../../ui/Toolbar';
import { useActions, useLab } from '../../shared/use-lab';
import { useSweepBlock } from './use-sweep-block';

interface SweepProgressProps {
  readonly kind: SweepKind;
  readonly state: SweepState;
}

/** How far a row of runs has come, and what can be done with it. */
export function SweepProgress({ kind, state }: SweepProgressProps) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.sweeps.sweep' });
  const { t: tSweeps } = useTranslation('translation', { keyPrefix: 'panels.sweeps' });
  const block = useSweepBlock();
  const { pauseSweep, resumeSweep, dropSweep } = useActions();
  const isRunning = state.status === 'running';
  const isDone = state.status === 'done';
  return (
    <Toolbar role="group" aria-label={t('controls', { title: tSweeps(`${kind}.title`) })}>
      {/* It stays when all is over, so that it keeps the focus. */}
      <Button
        isDisabled={isDone || (!isRunning && block !== undefined)}
        onPress={() => (isRunning ? pauseSweep() : resumeSweep(kind))}
      >
        {t(isRunning || isDone ? 'pause' : 'resume')}
      </Button>
      <Button
        isDisabled={isRunning}
        onPress={(press) => {
          // The button goes with the results; the focus stays in their section.
          press.currentTarget.closest('section')?.focus({ preventScroll: true });
          dropSweep(kind);
        }}
      >
        {t('remove')}
      </Button>
      <Note role="status">
        <Sentence state={state} />
      </Note>
    </Toolbar>
  );
}

function Sentence({ state }: Pick<SweepProgressProps, 'state'>) {
  const { sweep, results, status, underWay } = state;
  const { t } = useTranslation('translation', { keyPrefix: 'panels.sweeps.sweep' });
  const isOtherData = useLab((lab) => !isOnItsData(lab, state));
  const run = results.length;
  const { runs } = workOf(sweep, 0);
  switch (status) {
    case 'running': {
      const rounds = roundsOf(sweep, trialsOf(sweep).length).length;
      const round = (underWay?.round ?? 0) + 1;
      return t(rounds === 1 ? 'progress' : 'progressInRounds', { run: run + 1, runs, round, rounds });
    }
    case 'paused':
      return isOtherData ? t('otherData') : t('paused', { run, runs });
    case 'done':
      return t('done', { count: run });
    default:
      return status satisfies never;
  }
}
