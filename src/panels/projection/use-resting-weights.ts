import { useMemo } from 'react';
import { isActive } from '../../state/selectors';
import { useLab } from '../shared/use-lab';

/**
 * A thing that is another one whenever the weights have come to rest: after an epoch, at a pause, at the end of a run,
 * after an edit, with a new network. Reading thousands of images at every batch would only hold up the training.
 */
export function useRestingWeights(): object {
  const network = useLab((state) => state.built);
  const epochs = useLab((state) => state.run.validation.length);
  const trained = useLab((state) => state.run.batches.length > 0);
  const edits = useLab((state) => state.interventions?.edits);
  const moving = useLab(({ run }) => isActive(run.phase) && run.phase !== 'paused');
  // biome-ignore lint/correctness/useExhaustiveDependencies: each of them stands for other weights
  return useMemo(() => ({}), [network, epochs, trained, edits, moving]);
}
