import type { LabelledImages } from '../../src/data/dataset';
import { splitTraining } from '../../src/data/split';
import { createWasmStep } from '../../src/engine/train-step/wasm/wasm-step';
import { normalize } from '../../src/ink/normalize';
import { calibration } from '../../src/metrics/calibration';
import { scoreLogits, softmaxRows } from '../../src/metrics/logits';
import { fitTemperature, tempered } from '../../src/metrics/temperature';
import { strangeness } from '../../src/model/detector';
import { INPUT_SIZE } from '../../src/model/network';
import type { Pretrained, PretrainedCard } from '../../src/model/pretrained';
import { unseenLetter, unseenScribble } from '../../tests/fixtures/unseen-subjects';
import type { Mnist } from './mnist';
import { REFUSED_SHARE } from './recipe';

/** Letters and scribbles that the detector was not trained on. */
const UNSEEN = 2000;

/** What these very weights do, on the card: temperature and threshold are set here, on the validation images. */
export async function measured(pretrained: Pretrained, { train, test }: Mnist): Promise<PretrainedCard> {
  const { card } = pretrained;
  const { validation } = splitTraining(train.labels.length);
  const all = Uint32Array.from(test.labels.keys());
  const held = await readings(pretrained, train, validation);
  const temperature = fitTemperature(held.probabilities, held.truth);
  const tested = await readings(pretrained, test, all);
  const calibrated = calibration(tempered(tested.probabilities, temperature), tested.truth, tested.predicted);

  const strange = (image: Float32Array) => strangeness(pretrained.detector, image);
  const ofValidation = [...validation].map((position) => strange(imageAt(train, position)));
  const threshold = quantile(ofValidation, 1 - REFUSED_SHARE);
  const share = (values: readonly number[]) =>
    values.filter((value) => value > threshold).length / values.length;
  const drawn = (make: typeof unseenLetter) =>
    Array.from({ length: UNSEEN }, (_, i) => normalize(make(1, i).drawing)?.image).flatMap((image) =>
      image ? [strange(image)] : [],
    );
  const refused = {
    'MNIST validation images': share(ofValidation),
    'MNIST test images': share([...all].map((position) => strange(imageAt(test, position)))),
    'letters that look like no digit': share(drawn(unseenLetter)),
    scribbles: share(drawn(unseenScribble)),
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
  const step = await createWasmStep({ ...card.settings, weights, training: images, workers: 1 });
  const logits = await step.logits(images, positions);
  const truth = Uint8Array.from(positions, (position) => images.labels[position] as number);
  const { predicted } = scoreLogits(logits, truth);
  return { probabilities: softmaxRows(logits), truth, predicted };
}

const imageAt = ({ images }: LabelledImages, position: number): Float32Array =>
  Float32Array.from(
    images.subarray(position * INPUT_SIZE, (position + 1) * INPUT_SIZE),
    (grey) => grey / 255,
  );

/** The value that a share of all values does not exceed. */
const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.ceil(share * values.length) - 1] as number;
