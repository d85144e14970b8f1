import type { EngineEvent } from '../../protocol/engine-api';
import type { RunPhase } from '../../protocol/run';

/** Three views of one count, which grows whenever the weights in use have become others. */
export interface WeightsVersions {
  /** As the engine has told. */
  readonly latestWeights: number;
  /** What is asked about weights is asked of these: while training, only as often as the page looks at them. */
  readonly weightsVersion: number;
  /** Those that came to rest last: after an epoch, at a pause or the end of a run, after an edit, with a new network. */
  readonly restingWeights: number;
}

export const NO_WEIGHTS: WeightsVersions = { latestWeights: 0, weightsVersion: 0, restingWeights: 0 };

/** Events by which weights become others or come to rest. */
export type WeightsEvent = Extract<
  EngineEvent,
  { type: 'network' | 'batches' | 'validated' | 'phase' | 'edited' | 'fine-tuned' | 'fault' }
>;

/** Whether the weights in use are others after an event. Nothing else decides it. */
export function weightsChangedBy(event: WeightsEvent): boolean {
  switch (event.type) {
    case 'network':
    case 'batches':
    case 'edited':
      return true;
    case 'fine-tuned':
      return event.tuned.decision !== 'kept';
    case 'fault':
      // The last good weights are put back.
      return event.fault.code === 'diverged';
    case 'validated':
    case 'phase':
      return false;
    default:
      return event satisfies never;
  }
}

export function withWeights(versions: WeightsVersions, event: WeightsEvent): WeightsVersions {
  const { latestWeights, weightsVersion, restingWeights } = versions;
  const latest = weightsChangedBy(event) ? latestWeights + 1 : latestWeights;
  return areAtRestAfter(event)
    ? { latestWeights: latest, weightsVersion: latest, restingWeights: latest }
    : { latestWeights: latest, weightsVersion, restingWeights };
}

function areAtRestAfter(event: WeightsEvent): boolean {
  switch (event.type) {
    case 'network':
    case 'validated':
    case 'edited':
    case 'fine-tuned':
      return true;
    case 'fault':
      return event.fault.code === 'diverged';
    case 'batches':
      return false;
    case 'phase':
      return isAtRest(event.phase);
    default:
      return event satisfies never;
  }
}

/** No batch is trained. */
function isAtRest(phase: RunPhase): boolean {
  switch (phase) {
    case 'idle':
    case 'paused':
    case 'testing':
    case 'finished':
    case 'stopped':
    case 'failed':
      return true;
    case 'starting':
    case 'running':
      return false;
    default:
      return phase satisfies never;
  }
}
