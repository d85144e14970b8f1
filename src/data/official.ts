import type { LabelledImages } from './dataset.ts';
import { idxBytes, idxValues } from './idx.ts';
import { MNIST_FILES } from './mnist-sources.ts';
import { sha256 } from './sha256.ts';

/** Whether these are the official MNIST, whatever format they came in: as idx files they have its checksums. */
export async function isOfficial(train: LabelledImages, test: LabelledImages): Promise<boolean> {
  for (const file of MNIST_FILES) {
    const { images, labels } = file.name.startsWith('train') ? train : test;
    const kind = file.name.includes('images') ? 'images' : 'labels';
    const values = kind === 'images' ? images : labels;
    // Of most other data the size tells already.
    if (values.length !== idxValues(kind, file.bytes)) return false;
    if ((await sha256(idxBytes(kind, values))) !== file.sha256) return false;
  }
  return true;
}
