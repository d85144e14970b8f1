import { useTranslation } from 'react-i18next';
import type { RunRecord } from '../../state/history/run-record';
import { canLookBack, epochsOf } from '../../state/look-back/look-back-selectors';
import { canStart } from '../../state/run/run-selectors';
import { Button } from '../../ui/Button';
import { useActions, useLab } from '../shared/use-lab';

/** What can be done with a run that is over. */
export function RunActions({ run, isSet }: { readonly run: RunRecord; readonly isSet: boolean }) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.runs' });
  const startable = useLab(canStart);
  const lastEpoch = useLab((state) => epochsOf(state, run).at(-1));
  const isOnly = useLab(({ runs }) => runs.length === 1);
  const lookable = useLab((state) => canLookBack(state, run));
  const { restore, trainAgain, lookBack, deleteRun } = useActions();
  const named = { run: run.number };
  // Of one that was changed on its way only what it began with can be set.
  const isChanged = run.changes.length > 0;
  const use = isChanged ? (isSet ? 'startInUse' : 'useStart') : isSet ? 'inUse' : 'use';
  return (
    <>
      <Button isDisabled={isSet} aria-label={t(`${use}Named`, named)} onPress={() => restore(run.settings)}>
        {t(use)}
      </Button>
      <Button
        isDisabled={!startable}
        aria-label={t('trainAgainNamed', named)}
        onPress={() => trainAgain(run)}
      >
        {t('trainAgain')}
      </Button>
      <Button
        isDisabled={!lookable}
        aria-label={t('lookBackNamed', named)}
        onPress={() => lookBack({ run: run.id, epoch: lastEpoch ?? 0 })}
      >
        {t('lookBack')}
      </Button>
      <Button
        aria-label={t('deleteNamed', named)}
        onPress={(press) => {
          // The button goes with its row, and the table with the last one: the focus stays in what stays.
          press.currentTarget
            .closest<HTMLElement>(isOnly ? 'main' : 'section')
            ?.focus({ preventScroll: true });
          deleteRun(run.id);
        }}
      >
        {t('delete')}
      </Button>
    </>
  );
}
