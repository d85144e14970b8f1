import { describe, expect, it } from 'vitest';
import type { RunPhase } from '../../../../src/protocol/run';
import {
  NO_WEIGHTS,
  type WeightsEvent,
  weightsChangedBy,
  withWeights,
} from '../../../../src/state/inspection/weights-version';
import { batchTold, editedTold, networkTold, tunedTold, validatedTold } from '../told';

const NETWORK = networkTold();
const BATCHES = batchTold();
const VALIDATED = validatedTold();
const EDITED = editedTold();
const DIVERGED: WeightsEvent = { type: 'fault', fault: { code: 'diverged' } };
const phase = (now: RunPhase): WeightsEvent => ({ type: 'phase', phase: now });
const versionsAfter = (...events: readonly WeightsEvent[]) => events.reduce(withWeights, NO_WEIGHTS);

describe('the weights in use', () => {
  it('are others after batches, with a new network, and when a person changes them', () => {
    const events = [NETWORK, BATCHES, EDITED, DIVERGED, tunedTold('open'), tunedTold('taken-back')];
    expect(events.filter(weightsChangedBy)).toEqual(events);
  });

  it('are the same in another phase, when they are evaluated or kept, and after other faults', () => {
    const phases = (['idle', 'starting', 'running', 'paused', 'testing', 'finished'] as const).map(phase);
    const failed: WeightsEvent = { type: 'fault', fault: { code: 'no-data' } };
    expect([...phases, VALIDATED, tunedTold('kept'), failed].filter(weightsChangedBy)).toEqual([]);
  });
});

describe('the version that is asked about', () => {
  it('waits while batches are trained, and is the newest when an epoch is over', () => {
    const start = versionsAfter(NETWORK, phase('running'));
    const training = [BATCHES, BATCHES].reduce(withWeights, start);
    expect(training.weightsVersion).toBe(start.weightsVersion);
    expect(training.latestWeights).toBe(start.latestWeights + 2);
    expect(withWeights(training, VALIDATED).weightsVersion).toBe(training.latestWeights);
  });

  it.each(['paused', 'stopped', 'finished', 'failed'] as const)('is the newest when a run is %s', (end) => {
    const { latestWeights, weightsVersion, restingWeights } = versionsAfter(NETWORK, BATCHES, phase(end));
    expect([weightsVersion, restingWeights]).toEqual([latestWeights, latestWeights]);
  });

  it('does not change through a run’s phases once its last epoch is over', () => {
    const over = versionsAfter(NETWORK, BATCHES, VALIDATED);
    expect([phase('testing'), phase('finished')].reduce(withWeights, over)).toEqual(over);
  });

  it('goes on at once where nothing is trained', () => {
    for (const event of [NETWORK, EDITED, DIVERGED, tunedTold('open'), tunedTold('taken-back')]) {
      const { latestWeights, weightsVersion, restingWeights } = versionsAfter(NETWORK, event);
      expect([latestWeights, weightsVersion, restingWeights]).toEqual([2, 2, 2]);
    }
  });
});
