import { augment } from '../../../src/data/augment/augment';
import type { LabelledImages } from '../../../src/data/dataset';
import { drawDigits } from '../../../src/data/synthetic/draw-digits';
import { INPUT_SIZE } from '../../../src/model/network';
import type { Task } from './paced-task';
import type { MadeImages } from './task-spec';

const A_STEP = 50;
/** All changes at once, as far as one would go. */
const AUGMENTATION = {
  shift: 2,
  rotation: 15,
  scaling: 0.15,
  shear: 15,
  elastic: 2,
  strokeWidth: 0.5,
  contrast: 0.3,
};

/** What a run's other images are made by, on one core: digits of the endless series, or changes of given images. */
export function createImagesTask(made: MadeImages, { images, labels }: LabelledImages): Task {
  let step = 0;
  const make = (): unknown => {
    const first = (step * A_STEP) % (labels.length - A_STEP);
    const numbers = Uint32Array.from({ length: A_STEP }, (_, i) => step * A_STEP + i);
    switch (made) {
      case 'realistic':
      case 'pseudo': {
        const source = { seed: 1, first: step * A_STEP };
        return drawDigits(labels.slice(first, first + A_STEP), source, { style: made, noise: 0, blur: 0 });
      }
      case 'augmented': {
        const some = images.subarray(first * INPUT_SIZE, (first + A_STEP) * INPUT_SIZE);
        return augment(some, { seed: 1, numbers }, AUGMENTATION);
      }
      default:
        return made satisfies never;
    }
  };
  return {
    unitsAStep: A_STEP,
    async run(steps) {
      for (const end = step + steps; step < end; step++) make();
    },
  };
}
