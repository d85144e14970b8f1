import type { z } from 'zod';
import { bytesToBase64, toBase64 } from '../base64';
import type { FileRun, RunFile } from './run-file';
import type { version2 } from './version-2';

/** A run as one file, of the newest version. @param network - that it has left, where its weights are to go along */
export function writeRun({ run, network }: RunFile): string {
  const { id, settings, changes, data, backend, trainStep, startedAt, seconds, end, ending } = run;
  const { epochs, curves, note } = run;
  const file: z.input<typeof version2> = {
    format: 'digit-lab run',
    version: 2,
    run: {
      ...{ id, settings, changes: [...changes], backend, trainStep, startedAt, seconds, end, ending, epochs },
      data: data && dataOf(data),
      validation: readingOf(run.validation),
      test: readingOf(run.test),
      curves: {
        trainingLoss: curves.trainingLoss.map(({ epoch, value }) => ({ epoch, value })),
        validationLoss: [...curves.validationLoss],
        validationAccuracy: [...curves.validationAccuracy],
      },
      note,
    },
    weights: network && { trainedBatches: network.trainedBatches, tensors: network.weights.map(toBase64) },
  };
  return JSON.stringify(file);
}

function dataOf({ official, areDigits, classNames, train }: NonNullable<FileRun['data']>) {
  return { official, areDigits, classNames: classNames && [...classNames], train };
}

function readingOf(reading: FileRun['test']) {
  if (!reading) return undefined;
  const { images, right, loss, bits, confusion } = reading;
  return { images, right, loss, bits: bits && bytesToBase64(bits), confusion: confusion && [...confusion] };
}
