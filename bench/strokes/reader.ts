import type { TrainStep } from '../../src/engine/train-step/train-step';
import { createWasmStep } from '../../src/engine/train-step/wasm/wasm-step';
import type { Drawing } from '../../src/ink/drawing';
import { normalize } from '../../src/ink/normalize';
import { softmax } from '../../src/metrics/logits';
import { tempered } from '../../src/metrics/temperature';
import { ranked } from '../../src/metrics/top';
import { outOfDistributionScoreOf } from '../../src/model/detector';
import { CLASSES } from '../../src/model/network';
import { DEFAULT_SETTINGS } from '../../src/model/presets';
import type { Pretrained } from '../../src/model/pretrained';
import { drawingOf, type Placing } from './placing';
import type { WrittenDigit } from './stroke-file';

/** What the network makes of one drawing. */
export interface Reading {
  readonly label: number;
  readonly predicted: number;
  /** Of the digit that was read, and of the one that it is; calibrated. */
  readonly confidence: number;
  readonly ofLabel: number;
  readonly isRefused: boolean;
}

/** @returns undefined where no ink came onto the pad */
export type Reader = (
  drawing: Drawing,
) => Promise<(Omit<Reading, 'label' | 'ofLabel'> & { probabilities: Float32Array }) | undefined>;

/** Reads drawings as the page does: its ink, its kernels, its temperature, its detector. */
export async function createReader({ card, weights, detector }: Pretrained): Promise<Reader> {
  const training = { images: new Uint8Array(0), labels: new Uint8Array(0) };
  const step = await createWasmStep({ ...card.settings, weights, training, workers: 1 });
  const detecting = await createWasmStep({ ...DEFAULT_SETTINGS, ...detector, training, workers: 1 });
  const logitsOf = async (of: TrainStep, image: Float32Array) =>
    (await of.activations(image)).at(-1)?.values as Float32Array;
  return async (drawing) => {
    const image = normalize(drawing)?.image;
    if (!image) return undefined;
    const probabilities = tempered(softmax(await logitsOf(step, image)), card.temperature, CLASSES);
    const [first] = ranked(probabilities);
    return {
      probabilities,
      predicted: first?.label as number,
      confidence: first?.probability as number,
      isRefused: outOfDistributionScoreOf(await logitsOf(detecting, image)) > detector.threshold,
    };
  };
}

/** @throws Error where a digit leaves no ink */
export async function readAll(
  reader: Reader,
  digits: readonly WrittenDigit[],
  placing: Placing,
): Promise<Reading[]> {
  const readings: Reading[] = [];
  for (const [i, digit] of digits.entries()) {
    const read = await reader(drawingOf(digit, placing));
    if (!read) throw new Error(`digit ${i} leaves no ink on the pad`);
    const { probabilities, ...rest } = read;
    readings.push({ ...rest, label: digit.label, ofLabel: probabilities[digit.label] as number });
  }
  return readings;
}
