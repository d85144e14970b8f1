import type { SpeedResult } from '../../protocol/speed';
import type { TrainStep } from '../train-step/train-step';

/** What a trial needs of a train step. */
export type TriedStep = Pick<TrainStep, 'run' | 'readyForMore' | 'finished' | 'dispose'>;

export interface StepTrial {
  /** Brings up the step and all that it needs; `dispose` frees it. */
  readonly make: () => Promise<TriedStep>;
  /** Positions in the images, at least one batch; they come round. */
  readonly batches: readonly Uint32Array[];
  readonly learningRate: number;
  /** After so many milliseconds it is given up, making it included. */
  readonly limitMs: number;
  readonly now: () => number;
  /** Lets commands come in. */
  readonly yieldToEventLoop: () => Promise<void>;
}

/** How long it trains at least. */
interface Span {
  readonly ms: number;
  readonly steps: number;
}

/** The first steps compile, allocate, and find out how many steps a device is to be given at once. */
const WARM_UP: Span = { ms: 50, steps: 2 };
const MEASURED: Span = { ms: 250, steps: 1 };

/**
 * Makes a train step, trains with it for a quarter of a second, and disposes of it: also where it is given up, and where
 * it is there only when nobody waits for it any more.
 * @returns what it did, or why it did nothing: it never rejects for the step's sake
 * @throws the signal's reason, at once; the step then ends within the batch at work
 */
export async function measureStep(signal: AbortSignal, trial: StepTrial): Promise<SpeedResult> {
  signal.throwIfAborted();
  const over = new AbortController();
  const made = trial.make();
  try {
    return await Promise.race([
      speedOf(over.signal, made, trial),
      noAnswer(over.signal, trial.limitMs),
      aborted(over.signal, signal),
    ]);
  } finally {
    over.abort();
    made.then((step) => step.dispose()).catch(() => {});
  }
}

async function speedOf(over: AbortSignal, made: Promise<TriedStep>, trial: StepTrial): Promise<SpeedResult> {
  try {
    const step = await made;
    await train(over, step, trial, WARM_UP);
    return { imagesPerSecond: await train(over, step, trial, MEASURED) };
  } catch (error) {
    return {
      failure: { code: 'failed', detail: error instanceof Error ? error.message : String(error) },
    };
  }
}

/** @returns images a second */
async function train(
  over: AbortSignal,
  step: TriedStep,
  { batches, learningRate, now, yieldToEventLoop }: StepTrial,
  { ms, steps }: Span,
): Promise<number> {
  const start = now();
  let images = 0;
  for (let i = 0; i < steps || now() - start < ms; i++) {
    over.throwIfAborted();
    const batch = batches[i % batches.length] as Uint32Array;
    step.run(batch, { step: i, learningRate });
    images += batch.length;
    await step.readyForMore();
    await yieldToEventLoop();
  }
  await step.finished();
  return (1000 * images) / (now() - start);
}

function noAnswer(over: AbortSignal, limitMs: number): Promise<SpeedResult> {
  return new Promise((resolve) => {
    const timer = setTimeout(
      () => resolve({ failure: { code: 'no-answer', seconds: limitMs / 1000 } }),
      limitMs,
    );
    over.addEventListener('abort', () => clearTimeout(timer));
  });
}

function aborted(over: AbortSignal, signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { signal: over });
  });
}
