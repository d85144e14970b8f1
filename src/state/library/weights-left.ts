import type { TrainedNetwork } from '../../model/trained-network';
import type { RunCheckpoint } from '../../protocol/checkpoint';
import type { RunState } from '../run/run-state';

/**
 * The network that a run has left, by the last that it told of where it stands.
 * @returns undefined while it is under way, and where it has left nothing: no epoch of one that diverged
 */
export function networkLeft(
  last: RunCheckpoint,
  run: Pick<RunState, 'phase' | 'ending'>,
): TrainedNetwork | undefined {
  const { kept, best, step, trainedBatches } = last;
  const settings = { ...last.settings, ...last.live };
  // Once its epochs are over, those that it keeps are in force, also while it is tested.
  const moment = best && run.ending?.keptEpoch === best.epoch ? best : kept;
  switch (run.phase) {
    case 'finished':
      return { settings, ...moment.checkpoint };
    case 'stopped':
      return run.ending
        ? { settings, ...moment.checkpoint }
        : { settings, weights: step.average ?? step.weights, trainedBatches };
    case 'failed':
      return moment.epoch > 0 ? { settings, ...moment.checkpoint } : undefined;
    case 'idle':
    case 'starting':
    case 'running':
    case 'paused':
    case 'testing':
      return undefined;
    default:
      return run.phase satisfies never;
  }
}
