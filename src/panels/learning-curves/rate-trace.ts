import { rateAt, SCHEDULE_PIECES, type Scheduled } from '../../model/schedule';
import type { RunChange } from '../../protocol/run';
import { type Drawing, TRACE, type Trace } from './curve-traces';

/** Everything that the learning rates of a run depend on. */
export interface RatePlan {
  /** As the run began. */
  readonly settings: Scheduled;
  readonly changes: readonly RunChange[];
  readonly batchesPerEpoch: number;
}

/** The learning rate, on the axis of its own. */
export function rateTrace({ theme, texts }: Drawing, plan: RatePlan): Trace {
  return {
    name: TRACE.rate,
    type: 'scatter',
    mode: 'lines',
    ...rateCurve(plan),
    yaxis: 'y2',
    hovertemplate: `${texts.rate('%{y:.2~g}', '%{x}')}<extra></extra>`,
    opacity: 0.65,
    line: { color: theme.muted, width: 1 },
  };
}

/** The learning rate over the batches of the whole run, those to come included; a change of it is a step. */
function rateCurve(plan: RatePlan): { x: number[]; y: number[] } {
  const batches = plan.settings.epochs * plan.batchesPerEpoch;
  const pieces = Math.min(SCHEDULE_PIECES, batches - 1);
  const even = Array.from(
    { length: pieces + 1 },
    (_, i) => 1 + Math.round((i * (batches - 1)) / (pieces || 1)),
  );
  const steps = plan.changes.flatMap(({ batch }) => [Math.max(1, batch - 1), batch]);
  const x = [...new Set([...even, ...steps])].sort((a, b) => a - b);
  return { x, y: x.map((batch) => rateOfRun(plan, batch)) };
}

/**
 * The learning rate that a batch of the run was or will be trained at.
 * @param batch - from 1
 */
export function rateOfRun({ settings, changes, batchesPerEpoch }: RatePlan, batch: number): number {
  const last = changes.findLast((change) => change.name === 'learningRate' && change.batch <= batch);
  const learningRate = last?.to ?? settings.learningRate;
  return rateAt({ ...settings, learningRate }, batchesPerEpoch, batch);
}
