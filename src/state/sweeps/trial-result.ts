import type { SweepTrial } from '../../model/sweep';
import type { RunRecord } from '../history/run-record';
import type { TrialResult } from './sweeps-slice';

/**
 * What a sweep goes by: what the run has read of the validation images. Of the test images it is given nothing.
 * @param record - undefined of a run that could not be trained
 */
export function trialResult(
  { trial, round }: SweepTrial,
  record: Pick<RunRecord, 'id' | 'end' | 'validation'> | undefined,
): TrialResult {
  const read = record?.end === 'finished' ? record.validation : undefined;
  const validation = read && { right: read.right, images: read.images };
  return {
    trial,
    round,
    run: record?.id,
    validation,
    accuracy: validation && validation.right / validation.images,
  };
}
