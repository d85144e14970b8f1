import type { EngineEvent } from '../../protocol/engine-api';
import type { RunPhase } from '../../protocol/run';

/** Three views of one count, which grows whenever the weights in use have become others. */
export interface WeightsVersions {
  /** How the engine names them; undefined before it has told of any. One that is started again counts anew. */
  readonly toldWeights: number | undefined;
  /** The newest. */
  readonly latestWeights: number;
  /** What is asked about weights is asked of these: while training, only as often as the page looks at them. */
  readonly weightsVersion: number;
  /** Those that came to rest last: after an epoch, at a pause or the end of a run, after an edit, with a new network. */
  readonly restingWeights: number;
}

export const NO_WEIGHTS: WeightsVersions = {
  toldWeights: undefined,
  latestWeights: 0,
  weightsVersion: 0,
  restingWeights: 0,
};

/** Events by which weights become others or come to rest. */
export type WeightsEvent = Extract<EngineEvent, { weightsVersion: number } | { type: 'phase' }>;

/** Whether the weights in use are others after an event. Nothing else decides it. */
export const weightsChangedBy = (event: WeightsEvent, { toldWeights }: WeightsVersions): boolean =>
  event.type !== 'phase' && event.weightsVersion !== toldWeights;

export function withWeights(before: WeightsVersions, event: WeightsEvent): WeightsVersions {
  const { latestWeights, weightsVersion, restingWeights } = before;
  const toldWeights = event.type === 'phase' ? before.toldWeights : event.weightsVersion;
  const latest = weightsChangedBy(event, before) ? latestWeights + 1 : latestWeights;
  return areAtRestAfter(event)
    ? { toldWeights, latestWeights: latest, weightsVersion: latest, restingWeights: latest }
    : { toldWeights, latestWeights: latest, weightsVersion, restingWeights };
}

function areAtRestAfter(event: WeightsEvent): boolean {
  switch (event.type) {
    case 'network':
    case 'validated':
    case 'edited':
    case 'fine-tuned':
    case 'looked-back':
      return true;
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
