import type { EpochMean, ReadImages, RunFacts } from '../../metrics/conclusions/run-facts';
import type { Readings } from '../../protocol/data/images';
import { shownReadings } from '../../state/inspection/inspection-selectors';
import type { LabState } from '../../state/lab-state';
import { keptValidation } from '../../state/run/kept-epoch';
import { settingsNow } from '../../state/run/run-changes';
import { areSameData, isActive, type RunState } from '../../state/run/run-state';

/** The images in sight, or while nothing was read in them, those of the last validation. */
export const concludedReadings = (state: LabState): Readings | undefined =>
  shownReadings(state) ?? state.readings.validation;

const readImages = (readings: Readings): ReadImages => ({
  ...readings,
  set: readings.part === 'test' ? 'test' : 'train',
  confusion: readings.evaluation.confusion,
});

const concluded = new WeakMap<object, RunState>();

/** The run as it was at its last validation, so that a page that concludes from it does not work for every batch. */
export function concludedRun({ run }: LabState): RunState {
  if (!isActive(run.phase)) return run;
  const version = run.validation.length > 0 ? run.validation : (run.settings ?? run);
  const known = concluded.get(version) ?? run;
  concluded.set(version, known);
  return known;
}

type NeededField = 'runBefore' | 'settings' | 'built' | 'interventions';

/** All that the run itself tells; the network's own dead units are asked for. */
export function factsOfRun(
  run: RunState,
  readings: Readings | undefined,
  { runBefore, settings, built, interventions }: Pick<LabState, NeededField>,
): Omit<RunFacts, 'deadUnits'> {
  const before = runBefore && isComparable(run, runBefore) ? keptValidation(runBefore).at(-1) : undefined;
  const validation = keptValidation(run);
  return {
    // Not what the controls show: they may be on the way to another network, even to an impossible one.
    settings: settingsNow(run) ?? built ?? settings,
    data: run.data,
    isEdited: interventions !== undefined,
    readings: readings && readImages(readings),
    training: trainingMeans({ ...run, validation }),
    validation,
    divergedAfter: run.divergedAfter,
    before: before && { right: Math.round(before.accuracy * before.images), images: before.images },
  };
}

/** Validation images are the same for the same data; MNIST is the same whenever it is loaded. */
function isComparable({ data }: RunState, before: RunState | undefined): boolean {
  if (!data || !before?.data) return false;
  return areSameData(data, before.data);
}

/** Means over the training images of each epoch that has been validated: the last batch of an epoch may be smaller. */
export function trainingMeans({
  batches,
  batchesPerEpoch,
  validation,
  settings,
  data,
}: RunState): EpochMean[] {
  if (!settings) return [];
  const { batchSize, trainingImages } = settings;
  const images = Math.min(trainingImages, data?.train ?? trainingImages, batchesPerEpoch * batchSize);
  const inLast = images - (batchesPerEpoch - 1) * batchSize;
  return validation.map((_, epoch) => {
    const start = epoch * batchesPerEpoch;
    const mean = (values: Float32Array) => {
      const own = values.subarray(start, start + batchesPerEpoch);
      const sum = own.reduce(
        (total, value, batch) => total + value * (batch === batchesPerEpoch - 1 ? inLast : batchSize),
        0,
      );
      return sum / images;
    };
    return { images, loss: mean(batches.loss), accuracy: mean(batches.accuracy) };
  });
}
