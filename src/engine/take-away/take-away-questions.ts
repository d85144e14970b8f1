import { largestDifference } from '../../metrics/largest-difference';
import { softmaxRows } from '../../metrics/logits';
import { classesOf } from '../../model/network';
import type { TakeAwayQuestions } from '../../protocol/take-away';
import type { EpochArchive } from '../history/epoch-archive';
import { logitsOf, singlePrecision } from './logits-of';

/** Whoever takes a network away, or looks at one that was brought, waits for nobody but the weights. */
export const createTakeAwayQuestions = ({
  archive,
}: {
  readonly archive: Pick<EpochArchive, 'at'>;
}): TakeAwayQuestions => ({
  async networkAt({ run, epoch }) {
    const past = archive.at(run, epoch);
    // What crosses the border is copied there.
    return past && { settings: past.settings, ...past.checkpoint };
  },
  probabilities: async (taken, images) =>
    softmaxRows(await logitsOf(taken, images), classesOf(taken.settings.network)),
  async rounding(taken, images) {
    const single = await singlePrecision(taken, images);
    if (!single) return 0;
    const classes = classesOf(taken.settings.network);
    return largestDifference(
      softmaxRows(single, classes),
      softmaxRows(await logitsOf(taken, images), classes),
    );
  },
  async layersModel(taken, metadata) {
    const { writeLayersModel } = await import('./layers-model');
    return writeLayersModel(taken, metadata);
  },
  async readLayersModel(files, images) {
    const { readLayersModel } = await import('./layers-model');
    return readLayersModel(files, images);
  },
});
