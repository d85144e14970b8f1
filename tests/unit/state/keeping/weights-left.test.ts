import { expect, it } from 'vitest';
import type { RunPhase } from '../../../../src/protocol/run';
import { networkLeft } from '../../../../src/state/library/weights-left';
import { checkpointOf, PER_EPOCH } from './visits';

const best = { ...checkpointOf(PER_EPOCH).kept, epoch: 1 };
const last = checkpointOf(2 * PER_EPOCH, { best });
const ending = (keptEpoch: number) => ({ reason: 'patience', epochs: 2, keptEpoch }) as const;

it.each<RunPhase>(['finished', 'stopped', 'failed'])(
  'a run that is %s after its epochs leaves the weights of the epoch that it keeps',
  (phase) => {
    expect(networkLeft(last, { phase, ending: ending(1) })).toMatchObject(best.checkpoint);
    expect(networkLeft(last, { phase, ending: ending(2) })).toMatchObject(last.kept.checkpoint);
  },
);

it('one that is stopped before leaves its last weights, or their average', () => {
  const stopped = { phase: 'stopped', ending: undefined } as const;
  const within = checkpointOf(PER_EPOCH + 1, { best });
  expect(networkLeft(within, stopped)).toMatchObject({ weights: within.step.weights, trainedBatches: 3 });
  const average = best.checkpoint.weights;
  expect(networkLeft({ ...within, step: { ...within.step, average } }, stopped)?.weights).toBe(average);
});

it('one that diverges leaves its last finished epoch, if it has one', () => {
  const failed = { phase: 'failed', ending: undefined } as const;
  const within = checkpointOf(2 * PER_EPOCH + 1, { best });
  expect(networkLeft(within, failed)).toMatchObject(within.kept.checkpoint);
  expect(networkLeft(checkpointOf(PER_EPOCH - 1), failed)).toBeUndefined();
});
