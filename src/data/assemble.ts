import { INPUT_SIZE } from '../model/input.ts';
import { type DataPlace, type LabelledImages, refusal } from './dataset.ts';
import { parseIdxImages, parseIdxLabels } from './idx.ts';

interface PlacedFile {
  /** Unpacked. */
  readonly bytes: Uint8Array;
  readonly place: DataPlace;
}

/**
 * Images and labels of one part, as views of the files' bytes.
 * @throws DataError where a file is not what it should be or the numbers of images and labels differ
 */
export function labelledImages(imagesFile: PlacedFile, labelsFile: PlacedFile): LabelledImages {
  const images = parseIdxImages(imagesFile.bytes, imagesFile.place);
  const labels = parseIdxLabels(labelsFile.bytes, labelsFile.place);
  const count = images.length / INPUT_SIZE;
  if (labels.length !== count) {
    throw refusal('count-mismatch', labelsFile.place, { found: `${labels.length}`, wanted: `${count}` });
  }
  return { images, labels };
}
