import { mkdir, writeFile } from 'node:fs/promises';
import { createTakeAwayQuestions } from '../../src/engine/take-away/take-away-questions';
import type { ExportContext } from '../../src/export/format';
import { FORMATS } from '../../src/export/formats';
import { normalize } from '../../src/ink/normalize';
import { ALL_STEPS } from '../../src/ink/steps';
import { initialWeights } from '../../src/model/initial-weights';
import { INPUT_SIZE } from '../../src/model/network';
import { parseNetwork } from '../../src/model/notation';
import { DEFAULT_SETTINGS } from '../../src/model/presets';
import { RandomStream } from '../../src/model/random';
import type { Settings } from '../../src/model/settings';
import { planOf } from '../../src/model/shapes';
import { EXPORT_CASES, EXPORT_CLASS_NAMES, sweepScript } from '../../tests/fixtures/exports/cases';
import { fingerprints, sweepFingerprint } from '../../tests/fixtures/exports/fingerprints';
import { sayIn } from '../../tests/fixtures/exports/say';
import { inkImages } from '../../tests/fixtures/trained-networks';
import { labCurve } from './lab-curve';
import { mnistImages } from './mnist-files';

/** All but tfjs, which Python does not read, and the lab's own. */
const WRITTEN = ['onnx', 'keras', 'notebook', 'pytorch'] as const;

const engine = createTakeAwayQuestions({ archive: { at: () => undefined } });

const about = (name: string): ExportContext => ({
  name,
  classNames: EXPORT_CLASS_NAMES,
  say: sayIn('en'),
  engine,
});

/** Runs that have everything that a step may have; short enough for the reference. */
const CURVES: Readonly<Record<string, Partial<Settings> & { readonly notation: string }>> = {
  'curve-adamw': {
    notation: 'c4k5-p2-n-s6k3-p2-d12-d10',
    ...{
      batchSize: 100,
      trainingImages: 1000,
      epochs: 2,
      optimizer: 'adamw',
      weightDecay: 0.01,
      clipNorm: 0.5,
    },
    ...{ dropout: 0.3, labelSmoothing: 0.1, shift: 1.5, rotation: 10, elastic: 1, init: 'he' },
  },
  'curve-nesterov': {
    notation: 'c4k5-p2-x20-d12-n-d10',
    ...{ batchSize: 50, trainingImages: 230, epochs: 3, optimizer: 'nesterov', weightDecay: 0.001, ema: 0.9 },
    ...{ schedule: 'cosine', warmup: 0.2, learningRate: 0.05, init: 'normal', initStd: 0.1 },
  },
  'curve-rmsprop': {
    notation: 's3k3same-a2-c3k4same-r-n-g-d10',
    ...{ batchSize: 70, trainingImages: 200, epochs: 3, optimizer: 'rmsprop', weightDecay: 0.001 },
    ...{
      activation: 'gelu',
      schedule: 'step',
      learningRate: 0.003,
      strokeWidth: 0.5,
      contrast: 0.3,
      shear: 9,
    },
  },
  'curve-adam': {
    notation: 'c4k3s2-p2-d12-d10',
    ...{ batchSize: 33, trainingImages: 200, epochs: 3, optimizer: 'adam', weightDecay: 0.01 },
    ...{ activation: 'leaky-relu', schedule: 'exponential', learningRate: 0.01, scaling: 0.2 },
  },
};

/**
 * Writes every network in every format, with what the plain forward pass makes of some images.
 * @param images - [n, 784], 0 to 1
 */
export async function writeExports(folder: string, images: Float32Array): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(`${folder}/images.f32`, new Uint8Array(images.buffer));
  const cases: object[] = [];
  for (const { name, network, isPreset } of EXPORT_CASES) {
    await writeFiles(folder, name, network);
    const probabilities = await engine.probabilities(network, images);
    const given = await fingerprints(network, about(name));
    cases.push({ name, isPreset, given, probabilities: [...probabilities] });
  }
  await writeFile(`${folder}/cases.json`, JSON.stringify(cases));
}

async function writeFiles(folder: string, name: string, network: Parameters<typeof fingerprints>[0]) {
  for (const format of WRITTEN) {
    for (const file of await (await FORMATS[format]()).files(network, about(name))) {
      await writeFile(`${folder}/${file.name}`, file.content);
    }
  }
}

/** Writes the programs of short runs, with the loss of each batch by the lab's reference. @returns their names */
export async function writeCurves(folder: string, mnistDir: string): Promise<string[]> {
  const training = await mnistImages(mnistDir, 'train');
  for (const [name, { notation, ...changes }] of Object.entries(CURVES)) {
    const settings: Settings = { ...DEFAULT_SETTINGS, ...changes, network: layersOf(notation) };
    const weights = initialWeights(planOf(settings.network), settings);
    await writeFiles(folder, name, { settings, weights, trainedBatches: 0 });
    await writeFile(
      `${folder}/${name}.lab.json`,
      JSON.stringify({ losses: await labCurve(settings, training) }),
    );
  }
  return Object.keys(CURVES);
}

/** A sweep of six short runs, as a program. */
export const writeSweep = (folder: string): Promise<void> => writeFile(`${folder}/sweep.py`, sweepScript());

/** Some drawings, each as ink and as the page places it; without the pen's step, which asks for strokes. */
export async function writeDrawings(folder: string): Promise<void> {
  const random = new RandomStream(1, 'shuffle', 8);
  const within = (low: number, high: number) => low + (high - low) * random.uniform();
  const drawings = Array.from({ length: 12 }, () => {
    const points = Array.from({ length: 4 }, () => ({ x: within(20, 260), y: within(20, 260) }));
    const drawing = { strokes: [{ points, width: within(6, 40) }] };
    const normalized = normalize(drawing, { ...ALL_STEPS, pen: false });
    const inked = [...(normalized?.ink ?? []).entries()].filter(([, value]) => value > 0);
    const [at, values] = [inked.map(([place]) => place), inked.map(([, value]) => value)];
    return { at, values, placed: [...(normalized?.image ?? [])] };
  });
  await writeFile(`${folder}/drawings.json`, JSON.stringify(drawings));
}

function layersOf(notation: string): Settings['network'] {
  const parsed = parseNetwork(notation);
  if (!parsed.ok) throw new RangeError(notation);
  return [...parsed.network];
}

export { readSweepResults } from '../../src/export/optuna/sweep-results';
export { sweepFingerprint };

/** The first test images of MNIST, then some that a test has without it: [mnist + ink, 784], 0 to 1. */
export async function someImages(mnistDir: string, mnist: number, ink: number): Promise<Float32Array> {
  const { images } = await mnistImages(mnistDir, 't10k');
  const values = new Float32Array((mnist + ink) * INPUT_SIZE);
  values.set(Float32Array.from(images.subarray(0, mnist * INPUT_SIZE), (grey) => grey / 255));
  values.set(inkImages(ink), mnist * INPUT_SIZE);
  return values;
}

type Found = Readonly<Record<string, { readonly probabilities: readonly (readonly number[])[] }>>;

/** What each library made of the last images, in seven digits. */
export const lastOf = (found: Readonly<Record<string, Found>>, name: string, count: number) =>
  Object.fromEntries(
    Object.entries(found).map(([library, of]) => [
      library,
      (of[name]?.probabilities ?? [])
        .slice(-count)
        .map((row) => row.map((value) => Number(value.toFixed(7)))),
    ]),
  );
