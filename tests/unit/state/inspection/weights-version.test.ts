import { describe, expect, it } from 'vitest';
import type { RunPhase } from '../../../../src/protocol/run';
import {
  NO_WEIGHTS,
  type WeightsEvent,
  weightsChangedBy,
  withWeights,
} from '../../../../src/state/inspection/weights-version';
import { batchTold, editedTold, networkTold, tunedTold, validatedTold } from '../told';

const phase = (now: RunPhase): WeightsEvent => ({ type: 'phase', phase: now });
const versionsAfter = (...events: readonly WeightsEvent[]) => events.reduce(withWeights, NO_WEIGHTS);

describe('the weights in use', () => {
  it('are others when the engine names others: after batches, a new network, an edit, a fine-tuning', () => {
    for (const tell of [networkTold, batchTold, editedTold, () => tunedTold('open')]) {
      const before = versionsAfter(networkTold());
      const event = tell();
      expect(weightsChangedBy(event, before)).toBe(true);
      expect(weightsChangedBy(event, withWeights(before, event))).toBe(false);
    }
  });

  it('are the same in another phase, when they are evaluated and when they are kept', () => {
    const before = versionsAfter(networkTold());
    const phases = (['idle', 'starting', 'running', 'paused', 'testing', 'finished'] as const).map(phase);
    for (const event of [...phases, validatedTold(), tunedTold('kept')]) {
      expect(weightsChangedBy(event, before)).toBe(false);
    }
  });
});

describe('the version that is asked about', () => {
  it('waits while batches are trained, and is the newest when an epoch is over', () => {
    const start = versionsAfter(networkTold(), phase('running'));
    const training = [batchTold(), batchTold()].reduce(withWeights, start);
    expect(training.weightsVersion).toBe(start.weightsVersion);
    expect(training.latestWeights).toBe(start.latestWeights + 2);
    expect(withWeights(training, validatedTold()).weightsVersion).toBe(training.latestWeights);
  });

  it.each(['paused', 'stopped', 'finished', 'failed'] as const)('is the newest when a run is %s', (end) => {
    const { latestWeights, weightsVersion, restingWeights } = versionsAfter(
      networkTold(),
      batchTold(),
      phase(end),
    );
    expect(latestWeights).toBe(2);
    expect([weightsVersion, restingWeights]).toEqual([latestWeights, latestWeights]);
  });

  it('does not change through a run’s phases once its last epoch is over', () => {
    const over = versionsAfter(networkTold(), batchTold(), validatedTold());
    expect([phase('testing'), phase('finished')].reduce(withWeights, over)).toEqual(over);
  });

  it('goes on at once where nothing is trained', () => {
    for (const tell of [networkTold, editedTold, () => tunedTold('open'), () => tunedTold('taken-back')]) {
      const { latestWeights, weightsVersion, restingWeights } = versionsAfter(networkTold(), tell());
      expect([latestWeights, weightsVersion, restingWeights]).toEqual([2, 2, 2]);
    }
  });
});
