import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../../src/model/presets';
import type { FineTuned } from '../../../../src/protocol/fine-tune';
import type { Evaluation, RunPhase } from '../../../../src/protocol/run';
import {
  NO_WEIGHTS,
  type WeightsEvent,
  weightsChangedBy,
  withWeights,
} from '../../../../src/state/inspection/weights-version';

const evaluation: Evaluation = { images: 1, loss: 1, accuracy: 0, confusion: [] };
const counts = { images: 1, before: 0, after: 1 };
const NETWORK: WeightsEvent = { type: 'network', settings: DEFAULT_SETTINGS, trainedBatches: 0 };
const BATCHES: WeightsEvent = { type: 'batches', first: 0, batches: [{ loss: 1, accuracy: 0.5 }] };
const VALIDATED: WeightsEvent = { type: 'validated', epoch: 1, evaluation };
const EDITED: WeightsEvent = { type: 'edited', edits: [], before: evaluation, after: evaluation };
const DIVERGED: WeightsEvent = { type: 'fault', fault: { code: 'diverged' } };
const phase = (now: RunPhase): WeightsEvent => ({ type: 'phase', phase: now });
const tuned = (decision: FineTuned['decision']): WeightsEvent => ({
  type: 'fine-tuned',
  tuned: { decision, learnt: counts, heldOut: counts, validation: counts },
});
const versionsAfter = (...events: readonly WeightsEvent[]) => events.reduce(withWeights, NO_WEIGHTS);

describe('the weights in use', () => {
  it('are others after batches, with a new network, and when a person changes them', () => {
    const events = [NETWORK, BATCHES, EDITED, DIVERGED, tuned('open'), tuned('taken-back')];
    expect(events.filter(weightsChangedBy)).toEqual(events);
  });

  it('are the same in another phase, when they are evaluated or kept, and after other faults', () => {
    const phases = (['idle', 'starting', 'running', 'paused', 'testing', 'finished'] as const).map(phase);
    const failed: WeightsEvent = { type: 'fault', fault: { code: 'no-data' } };
    expect([...phases, VALIDATED, tuned('kept'), failed].filter(weightsChangedBy)).toEqual([]);
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
    for (const event of [NETWORK, EDITED, DIVERGED, tuned('open'), tuned('taken-back')]) {
      const { latestWeights, weightsVersion, restingWeights } = versionsAfter(NETWORK, event);
      expect([latestWeights, weightsVersion, restingWeights]).toEqual([2, 2, 2]);
    }
  });
});
