import type { LabelledImages } from '../../src/data/dataset';
import { splitTraining } from '../../src/data/split';
import { digitLabels } from '../../src/data/synthetic/digit-labels';
import { drawDigits } from '../../src/data/synthetic/draw-digits';
import { createWasmStep } from '../../src/engine/train-step/wasm/wasm-step';
import { normalize } from '../../src/ink/normalize';
import { calibration } from '../../src/metrics/calibration';
import { scoreLogits, softmaxRows } from '../../src/metrics/logits';
import { fitTemperature, tempered } from '../../src/metrics/temperature';
import { outOfDistributionScoreOf } from '../../src/model/detector';
import { CLASSES, INPUT_SIZE } from '../../src/model/network';
import { DEFAULT_SETTINGS } from '../../src/model/presets';
import type { Pretrained, PretrainedCard } from '../../src/model/pretrained';
import { digitOptions, type Settings } from '../../src/model/settings';
import { unseenLetter, unseenScribble } from '../../tests/fixtures/unseen-subjects';
import type { Mnist } from './mnist';
import { DRAWN_VALIDATION, READER_SETTINGS, REFUSED_SHARE } from './recipe';

/** Letters and scribbles that the detector was not trained on. */
const UNSEEN = 2000;

/**
 * What these very weights do, on the card: temperature and threshold are set here, on MNIST's validation images, the
 * temperature on drawn digits as well.
 */
export async function measured(pretrained: Pretrained, { train, test }: Mnist): Promise<PretrainedCard> {
  const { card } = pretrained;
  const { validation } = splitTraining(train.labels.length);
  const all = Uint32Array.from(test.labels.keys());
  const written = await readings(pretrained, train, validation);
  const synthetic = drawnValidation();
  const drawnToo = await readings(pretrained, synthetic, Uint32Array.from(synthetic.labels.keys()));
  const temperature = fitTemperature(
    Float32Array.from([...written.probabilities, ...drawnToo.probabilities]),
    Uint8Array.from([...written.truth, ...drawnToo.truth]),
  );
  const tested = await readings(pretrained, test, all);
  const calibrated = calibration(
    tempered(tested.probabilities, temperature, CLASSES),
    tested.truth,
    tested.predicted,
  );

  const detector = { ...pretrained.detector, activation: 'relu' } as const;
  const strange = async (images: LabelledImages, positions: Uint32Array) =>
    rowsOf(await logitsOf(detector, images, positions)).map(outOfDistributionScoreOf);
  const drawn = (make: typeof unseenLetter) => {
    const images = drawings(make);
    return strange(images, Uint32Array.from(images.labels.keys()));
  };
  const ofValidation = await strange(train, validation);
  const threshold = quantile(ofValidation, 1 - REFUSED_SHARE);
  const share = (values: readonly number[]) =>
    values.filter((value) => value > threshold).length / values.length;
  const refused = {
    'MNIST validation images': share(ofValidation),
    'MNIST test images': share(await strange(test, all)),
    'letters that look like no digit': share(await drawn(unseenLetter)),
    scribbles: share(await drawn(unseenScribble)),
  };
  return {
    ...card,
    temperature,
    detector: { ...card.detector, threshold, measured: { refused } },
    measured: {
      testAccuracy: calibrated?.accuracy ?? 0,
      testCalibrationError: calibrated?.ece ?? 1,
      drawn: {},
    },
  };
}

async function readings({ card, weights }: Pretrained, images: LabelledImages, positions: Uint32Array) {
  const logits = await logitsOf({ ...card.settings, weights }, images, positions);
  const truth = Uint8Array.from(positions, (position) => images.labels[position] as number);
  const { predicted } = scoreLogits(logits, truth);
  return { probabilities: softmaxRows(logits, CLASSES), truth, predicted };
}

/** @returns [n, 10] row by row */
async function logitsOf(
  network: Pick<Settings, 'network' | 'activation'> & Pick<Pretrained, 'weights'>,
  images: LabelledImages,
  positions: Uint32Array,
): Promise<Float32Array> {
  const step = await createWasmStep({ ...DEFAULT_SETTINGS, ...network, training: images, workers: 1 });
  return step.logits(images, positions);
}

const rowsOf = (logits: Float32Array): Float32Array[] =>
  Array.from({ length: logits.length / CLASSES }, (_, i) => logits.subarray(i * CLASSES, (i + 1) * CLASSES));

/** Drawn as those that the reader was trained on, but others. */
function drawnValidation(): LabelledImages {
  const { count, seed } = DRAWN_VALIDATION;
  const labels = digitLabels(count, seed, 0);
  return { labels, images: drawDigits(labels, { seed, first: 0 }, digitOptions(READER_SETTINGS)) };
}

/** As the network would see them. */
function drawings(make: typeof unseenLetter): LabelledImages {
  const seen = Array.from({ length: UNSEEN }, (_, i) => normalize(make(1, i).drawing)?.image).filter(
    (image) => image !== undefined,
  );
  const images = new Uint8Array(seen.length * INPUT_SIZE);
  seen.forEach((image, i) => {
    images.set(
      image.map((value) => Math.round(255 * value)),
      i * INPUT_SIZE,
    );
  });
  return { images, labels: new Uint8Array(seen.length) };
}

/** The value that a share of all values does not exceed. */
const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.ceil(share * values.length) - 1] as number;
