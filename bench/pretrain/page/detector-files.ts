import type { GivenFile } from '../../../src/data/given-file';
import { loadMnist } from '../../../src/data/load-mnist';
import { drawSubjects } from '../../../src/data/non-digits/draw-non-digits';
import { letterShapes } from '../../../src/data/non-digits/letter-shapes';
import { scribble } from '../../../src/data/non-digits/scribbles';
import { splitTraining } from '../../../src/data/split';
import { digitLabels } from '../../../src/data/synthetic/digit-labels';
import { drawDigits } from '../../../src/data/synthetic/draw-digits';
import { DETECTOR_CLASSES } from '../../../src/model/detector';
import { INPUT_SIDE, INPUT_SIZE } from '../../../src/model/network';

/** Of each kind, as many as an engine trains on together. */
const COUNT = {
  written: 21_000,
  drawn: 9000,
  drawnOftener: 3000,
  letters: 9000,
  scribbles: 18_000,
} as const;
/** Digits of which there are more ways than MNIST shows: with long flags, with a foot, with a narrow cup. */
const OFTENER = [1, 4] as const;
/** Of the scribbles: the pad, too, lets lines run together. */
const FULL_PEN = 0.5;
/** The engine wants test images, too; what counts is measured elsewhere. */
const TEST = 1000;
const SEED = 1;

interface Kind {
  readonly label: number;
  readonly images: Uint8Array;
}

/**
 * Digits, of MNIST and drawn, and letters and scribbles that the lab draws, as idx files. MNIST's validation images are
 * not among them: the threshold is set on these.
 * @param base - address of the page's folder, ending in '/'
 */
export async function detectorFiles(base: string): Promise<GivenFile[]> {
  const cache = { get: async () => undefined, put: async () => undefined };
  const { dataset } = await loadMnist({
    base,
    fetch: fetch.bind(globalThis),
    cache,
    onProgress: () => undefined,
  });
  const kinds: Kind[] = [
    { label: DETECTOR_CLASSES.digit, images: written(dataset.train.images) },
    { label: DETECTOR_CLASSES.digit, images: drawn() },
    { label: DETECTOR_CLASSES.letter, images: letters() },
    {
      label: DETECTOR_CLASSES.scribble,
      images: drawSubjects(new Array(COUNT.scribbles).fill(scribble), SEED, FULL_PEN),
    },
  ];
  const images = joined(kinds.map((kind) => kind.images));
  const labels = joined(
    kinds.map((kind) => new Uint8Array(kind.images.length / INPUT_SIZE).fill(kind.label)),
  );
  const first = (values: Uint8Array, size: number) => values.slice(0, TEST * size);
  return [
    idxFile('train-images-idx3-ubyte', [INPUT_SIDE, INPUT_SIDE], images),
    idxFile('train-labels-idx1-ubyte', [], labels),
    idxFile('t10k-images-idx3-ubyte', [INPUT_SIDE, INPUT_SIDE], first(images, INPUT_SIZE)),
    idxFile('t10k-labels-idx1-ubyte', [], first(labels, 1)),
  ];
}

function written(images: Uint8Array): Uint8Array {
  const { train } = splitTraining(images.length / INPUT_SIZE);
  const taken = [...train.subarray(0, COUNT.written)];
  return joined(taken.map((position) => images.subarray(position * INPUT_SIZE, (position + 1) * INPUT_SIZE)));
}

const drawn = (): Uint8Array =>
  drawDigits(
    Uint8Array.from([
      ...digitLabels(COUNT.drawn, SEED, 0),
      ...Array.from({ length: COUNT.drawnOftener }, (_, i) => OFTENER[i % OFTENER.length] as number),
    ]),
    { seed: SEED, first: 0 },
    { style: 'realistic', noise: 0, blur: 0 },
  );

function letters(): Uint8Array {
  const shapes = letterShapes();
  return drawSubjects(
    Array.from({ length: COUNT.letters }, (_, i) => () => shapes[i % shapes.length] ?? []),
    SEED + 1,
  );
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** @param sizes - of one item: 28 and 28 of an image, nothing of a label */
function idxFile(name: string, sizes: readonly number[], values: Uint8Array<ArrayBuffer>): GivenFile {
  const count = values.length / sizes.reduce((product, size) => product * size, 1);
  const header = new DataView(new ArrayBuffer(4 + 4 * (1 + sizes.length)));
  // Unsigned bytes, and how many sizes follow.
  header.setUint16(2, 0x0800 + sizes.length + 1);
  [count, ...sizes].forEach((size, i) => {
    header.setUint32(4 + 4 * i, size);
  });
  return { path: name, file: new Blob([header.buffer, values]) };
}
