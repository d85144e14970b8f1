import { confusionCounts } from '../../../src/metrics/confusion';
import type { Settings } from '../../../src/model/settings';
import type { Readings } from '../../../src/protocol/data/images';
import type { EngineEvent } from '../../../src/protocol/engine-api';
import type { SmallWorld } from '../../fixtures/small-world';

/** The events of a run of an epoch that reads the first images of each part wrong. */
export function anotherRun(world: SmallWorld, id: string, settings: Settings, wrong: number): EngineEvent[] {
  const [validation, test] = [worse(world.readings.validation, wrong), worse(world.readings.test, wrong)];
  const { weightsVersion } = validation;
  return [
    { type: 'phase', phase: 'starting' },
    { type: 'network', settings, trainedBatches: 0, weightsVersion: 0 },
    { type: 'run-started', run: id, startedAt: 60_000, settings, batchesPerEpoch: 1 },
    { type: 'phase', phase: 'running' },
    { type: 'batches', first: 0, batches: [{ loss: 1, accuracy: 0.5 }], weightsVersion },
    { type: 'validated', epoch: 1, evaluation: validation.evaluation, weightsVersion },
    { type: 'read', readings: validation },
    { type: 'phase', phase: 'testing' },
    { type: 'tested', evaluation: test.evaluation },
    { type: 'read', readings: test },
    { type: 'phase', phase: 'finished' },
  ];
}

function worse(readings: Readings, wrong: number): Readings {
  const { truth } = readings;
  const predicted = truth.map((digit, i) => (i < wrong ? (digit + 1) % 10 : digit));
  const accuracy = 1 - wrong / truth.length;
  const evaluation = { ...readings.evaluation, accuracy, confusion: confusionCounts(truth, predicted, 10) };
  return { ...readings, predicted, evaluation };
}
