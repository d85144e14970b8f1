import { z } from 'zod';
import { absent } from './absent';
import { keptSettingsSchema } from './kept-settings';
import { CHOICES, LIVE } from './settings';
import { tensorsOf } from './step-state';
import { areWeightsOf } from './trained-network';

/* What a browser keeps of runs, checked: other programs and other versions of the page write there too. */

/** Also none that is finite, as the loss of a run that diverged. */
const number = z.custom<number>((value) => typeof value === 'number');
export const count = z.number().int().min(0);
const share = z.number().min(0).max(1);
const bytes = z.instanceof(Uint8Array);
const floats = z.instanceof(Float32Array);
export const tensors = z.array(floats);
const part = z.enum(['train', 'validation', 'test']);
/** Of as many classes as there are, each by each. */
const confusion = z.array(count).refine(({ length }) => Number.isInteger(Math.sqrt(length)));

const live = z.object({ learningRate: z.number(), momentum: z.number(), dropout: z.number() });
const change = z.object({ name: z.enum(LIVE), batch: count, from: z.number(), to: z.number() });
const ending = z.object({
  reason: z.enum(['all', 'patience', 'reached']),
  epochs: count,
  keptEpoch: count,
});
const evaluation = z.object({ images: count, loss: number, accuracy: share, confusion });

/** What is known of a run, under way or over. */
const ofRun = {
  startedAt: z.number(),
  changes: z.array(change),
  data: absent(
    z.object({
      version: z.number(),
      official: z.boolean(),
      areDigits: z.boolean(),
      classNames: z.array(z.string()).exactOptional(),
      train: count,
    }),
  ),
  backend: absent(z.enum(['webgpu', 'webgl', 'wasm', 'cpu'])),
  trainStep: absent(z.enum(['fast', 'reference'])),
  ending: absent(ending),
};

const reading = z
  .object({
    images: count,
    right: count,
    loss: number,
    bits: absent(bytes),
    confusion: confusion.optional(),
  })
  .refine(({ right, images }) => right <= images)
  .refine(({ bits: bit, images }) => !bit || bit.length === Math.ceil(images / 8));

/** A run that is over, as the list of runs has it. */
export const keptRecordSchema = z.object({
  format: z.literal(1),
  record: z.object({
    ...ofRun,
    id: z.string(),
    number: count,
    settings: keptSettingsSchema,
    sweep: z
      .object({ kind: z.enum(['sweep', 'repeat']), number: count, id: z.string().exactOptional() })
      .optional(),
    seconds: z.number().min(0),
    end: z.enum(['finished', 'stopped', 'failed', 'lost']),
    epochs: count,
    validation: absent(reading),
    test: absent(reading),
    curves: z.object({
      trainingLoss: z.array(z.object({ epoch: z.number(), value: number })),
      validationLoss: z.array(number),
      validationAccuracy: z.array(share),
    }),
    note: z.string(),
  }),
});

export const readings = z.object({
  part,
  trainedBatches: count,
  weightsVersion: count,
  positions: z.instanceof(Uint32Array),
  truth: bytes,
  predicted: bytes,
  probabilities: floats,
  evaluation,
  // Kept since it is fitted where the images are read.
  temperature: z.number().positive().exactOptional(),
});

const moment = z.object({
  epoch: count,
  checkpoint: z.object({ weights: tensors, trainedBatches: count }),
  readings: absent(readings),
});

const checkpoint = z
  .object({
    run: z.string(),
    settings: keptSettingsSchema,
    live,
    toCome: z.array(change),
    finishedEpochs: count,
    trainedBatches: count,
    step: z.object({
      optimizer: z.enum(CHOICES.optimizer.options),
      weights: tensors,
      vectors: z.array(tensors),
      steps: count,
      average: tensors.exactOptional(),
    }),
    kept: moment,
    best: absent(moment),
    work: z.object({ images: count, evaluated: count, seconds: z.number().min(0) }),
  })
  .refine(({ settings, step, kept, best }) => {
    const moments = [kept, best].flatMap((one) => (one ? [one.checkpoint.weights] : []));
    return [...tensorsOf(step), ...moments].every((all) => areWeightsOf(settings.network, all));
  });

export const runState = z.object({
  ...ofRun,
  phase: z.enum(['idle', 'starting', 'running', 'paused', 'testing', 'finished', 'stopped', 'failed']),
  id: absent(z.string()),
  settings: absent(keptSettingsSchema),
  asked: z.object({
    learningRate: z.number().exactOptional(),
    momentum: z.number().exactOptional(),
    dropout: z.number().exactOptional(),
  }),
  batchesPerEpoch: count,
  batches: z
    .object({ length: count, loss: floats, accuracy: floats })
    .refine(({ length, loss, accuracy }) => loss.length === length && accuracy.length === length),
  validation: z.array(evaluation),
  test: absent(evaluation),
  progress: absent(
    z.object({
      ...{ epoch: count, epochs: count, images: count, done: number, seconds: number },
      imagesPerSecond: number.exactOptional(),
      secondsLeft: number.exactOptional(),
    }),
  ),
  divergedAfter: absent(count),
});

/** A run that was under way: where it stood, and all that it had told by then. */
export const savedRunSchema = z.object({ format: z.literal(1), checkpoint, run: runState });
