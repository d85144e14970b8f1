import { useTranslation } from 'react-i18next';
import { trainBlock } from '../../../state/run/run-selectors';
import { isActive } from '../../../state/run/run-state';
import { runningSweep } from '../../../state/sweeps/sweeps-selectors';
import { useLab } from '../../shared/use-lab';

/** Why no row of runs can be started now, in a sentence; undefined where one can. */
export function useSweepBlock(): string | undefined {
  const { t } = useTranslation();
  const isBusy = useLab((state) => isActive(state.run.phase) || runningSweep(state) !== undefined);
  const block = useLab(trainBlock);
  if (isBusy) return t('panels.runs.active');
  return block && t(`run.block.${block}`);
}
