import { z } from 'zod';
import { INPUT_SIZE, type Network, networkSchema } from './network';

/**
 * Everything a person can choose about a run. One table (`NUMBERS`, `CHOICES`) gives the controls their ranges, the
 * address its keys and the schema its bounds: a new number or choice is added there and in `Settings`.
 */

interface NumberSetting {
  readonly min: number;
  readonly max: number;
  /** How far one step of the slider goes: `linear` by `step`, `log` by a factor. */
  readonly scale: 'linear' | 'log';
  readonly step: number;
  /** Whole numbers only. */
  readonly whole: boolean;
  /** The key in the address. */
  readonly address: string;
}

export const NUMBERS = {
  epochs: { min: 1, max: 100, scale: 'linear', step: 1, whole: true, address: 'epochs' },
  batchSize: { min: 1, max: 1024, scale: 'log', step: 2, whole: true, address: 'batch' },
  learningRate: { min: 1e-6, max: 10, scale: 'log', step: 10 ** 0.1, whole: false, address: 'lr' },
  momentum: { min: 0, max: 0.99, scale: 'linear', step: 0.01, whole: false, address: 'momentum' },
  dropout: { min: 0, max: 0.9, scale: 'linear', step: 0.05, whole: false, address: 'dropout' },
  labelSmoothing: { min: 0, max: 0.5, scale: 'linear', step: 0.01, whole: false, address: 'smoothing' },
  trainingImages: { min: 128, max: 55_000, scale: 'log', step: 2 ** 0.25, whole: true, address: 'train' },
  /** Augmentation: how far each training image is changed at most, either way, anew in each epoch. Pixels. */
  shift: { min: 0, max: 6, scale: 'linear', step: 0.5, whole: false, address: 'shift' },
  /** Degrees. */
  rotation: { min: 0, max: 45, scale: 'linear', step: 1, whole: false, address: 'rotate' },
  /** Share of the size, of width and height each. */
  scaling: { min: 0, max: 0.5, scale: 'linear', step: 0.01, whole: false, address: 'scale' },
  /** Degrees that upright lines lean. */
  shear: { min: 0, max: 45, scale: 'linear', step: 1, whole: false, address: 'shear' },
  /** Pixels that a control point of the distortion moves, each way. */
  elastic: { min: 0, max: 6, scale: 'linear', step: 0.25, whole: false, address: 'elastic' },
  /** 1: as far as the brightest, or the darkest, neighbour of each pixel. */
  strokeWidth: { min: 0, max: 1, scale: 'linear', step: 0.05, whole: false, address: 'stroke' },
  /** Share of the ink. */
  contrast: { min: 0, max: 0.8, scale: 'linear', step: 0.05, whole: false, address: 'contrast' },
  /** Share of the training images in whose place synthetic digits are drawn, others in each epoch. */
  syntheticShare: { min: 0, max: 1, scale: 'linear', step: 0.05, whole: false, address: 'mix' },
  /** Background noise of synthetic digits: standard deviation, as a share of full ink. */
  digitNoise: { min: 0, max: 0.5, scale: 'linear', step: 0.01, whole: false, address: 'noise' },
  /** Gaussian blur of synthetic digits: standard deviation, pixels. */
  digitBlur: { min: 0, max: 2, scale: 'linear', step: 0.1, whole: false, address: 'blur' },
  initStd: { min: 0.001, max: 2, scale: 'log', step: 10 ** 0.1, whole: false, address: 'std' },
} as const satisfies Record<string, NumberSetting>;
export type NumberName = keyof typeof NUMBERS;

export const SEED = { min: 0, max: 2 ** 32 - 1, address: 'seed' } as const;

/** The options of every list, in the order in which the page shows them. */
export const CHOICES = {
  dataset: { options: ['mnist', 'synthetic', 'files'], address: 'dataset' },
  digits: { options: ['realistic', 'pseudo'], address: 'digits' },
  optimizer: { options: ['adam', 'momentum', 'sgd'], address: 'optimizer' },
  schedule: { options: ['one-cycle', 'cosine', 'constant'], address: 'schedule' },
  activation: { options: ['relu', 'sigmoid', 'tanh'], address: 'activation' },
  init: { options: ['glorot', 'he', 'normal'], address: 'init' },
  backend: { options: ['auto', 'webgpu', 'webgl', 'wasm', 'cpu'], address: 'backend' },
  trainStep: { options: ['auto', 'fast', 'reference'], address: 'step' },
  workers: { options: ['auto', '1', '2', '3', '4', '5', '6', '7', '8'], address: 'workers' },
} as const;
export type ChoiceName = keyof typeof CHOICES;
type Choice<Name extends ChoiceName> = (typeof CHOICES)[Name]['options'][number];

export type DatasetId = Choice<'dataset'>;
/** How synthetic digits are drawn. */
export type DigitStyle = Choice<'digits'>;
export type Optimizer = Choice<'optimizer'>;
export type Schedule = Choice<'schedule'>;
export type Activation = Choice<'activation'>;
export type BackendChoice = Choice<'backend'>;
/** A backend that can really run; `auto` chooses one of these. */
export type Backend = Exclude<BackendChoice, 'auto'>;

/** Backends on which there is a fast train step; on the others it is the reference in any case. */
export const FAST_BACKENDS: readonly Backend[] = ['wasm'];

const number = (name: NumberName) => {
  const { min, max, whole } = NUMBERS[name];
  const inRange = z.number().min(min).max(max);
  return whole ? inRange.int() : inRange;
};

export const settingsSchema = z.strictObject({
  dataset: z.enum(CHOICES.dataset.options),
  network: networkSchema,
  epochs: number('epochs'),
  batchSize: number('batchSize'),
  /** The peak, where the schedule has one. */
  learningRate: number('learningRate'),
  optimizer: z.enum(CHOICES.optimizer.options),
  /** Of the optimizer 'momentum' (Polyak's heavy ball); the others ignore it. */
  momentum: number('momentum'),
  schedule: z.enum(CHOICES.schedule.options),
  activation: z.enum(CHOICES.activation.options),
  init: z.enum(CHOICES.init.options),
  /** Standard deviation of the initial weights where `init` is 'normal'. */
  initStd: number('initStd'),
  /** Share of the inputs of the last layer that is dropped while training. */
  dropout: number('dropout'),
  /** The target of a batch is (1 − s)·one-hot + s/10. */
  labelSmoothing: number('labelSmoothing'),
  trainingImages: number('trainingImages'),
  digits: z.enum(CHOICES.digits.options),
  digitNoise: number('digitNoise'),
  digitBlur: number('digitBlur'),
  /** Of the synthetic data set, which is drawn anew anyway, it says nothing. */
  syntheticShare: number('syntheticShare'),
  shift: number('shift'),
  rotation: number('rotation'),
  scaling: number('scaling'),
  shear: number('shear'),
  elastic: number('elastic'),
  strokeWidth: number('strokeWidth'),
  contrast: number('contrast'),
  seed: z.number().int().min(SEED.min).max(SEED.max),
  backend: z.enum(CHOICES.backend.options),
  /** `auto` is the fast step wherever it can do the network, else the reference. */
  trainStep: z.enum(CHOICES.trainStep.options),
  /**
   * Threads that the fast step computes on, at most; the reference ignores it. `auto` is as many as the machine has
   * cores and the work of a batch pays for. A run is the same on any number of them.
   */
  workers: z.enum(CHOICES.workers.options),
});
export type Settings = z.infer<typeof settingsSchema>;

/**
 * The network that is trained: the one in the settings, with the Dropout setting as a layer in front of the last.
 * Its weights are those of `settings.network`.
 */
export function trainedNetwork({ network, dropout }: Pick<Settings, 'network' | 'dropout'>): Network {
  const percent = Math.round(dropout * 100);
  if (percent === 0) return network;
  return [...network.slice(0, -1), { type: 'dropout', percent }, ...network.slice(-1)];
}

/** Values in memory that one training step may need: 1 GiB of single precision, which every device tried here has. */
export const BATCH_VALUES_LIMIT = 2 ** 28;

/**
 * Rough number of values that one training step holds: inputs, each layer's output and its gradient, and the patches
 * of the widest convolution where a backend unfolds it.
 * @param activationValues - of one image, from the network's plan
 */
export const batchValues = (batchSize: number, activationValues: number, parameters: number) =>
  batchSize * (INPUT_SIZE + 3 * activationValues) + 4 * parameters;

/** How the digits of the synthetic data set are drawn, and those that are mixed among others. */
export interface DigitOptions {
  readonly style: DigitStyle;
  /** Standard deviation, as a share of full ink: 0 none. */
  readonly noise: number;
  /** Standard deviation of a Gaussian, pixels: 0 none. */
  readonly blur: number;
}

export const digitOptions = ({ digits, digitNoise, digitBlur }: Settings): DigitOptions => ({
  style: digits,
  noise: digitNoise,
  blur: digitBlur,
});

/** The settings of the augmentation, in the order in which the page shows them. */
export const AUGMENTATION = [
  'shift',
  'rotation',
  'scaling',
  'shear',
  'elastic',
  'strokeWidth',
  'contrast',
] as const satisfies readonly NumberName[];
/** How far training images are changed at most; their units and ranges are those of the settings. */
export type AugmentationOptions = Pick<Settings, (typeof AUGMENTATION)[number]>;

/** True where training images are changed at all. */
export const isAugmented = (options: AugmentationOptions): boolean =>
  AUGMENTATION.some((name) => options[name] > 0);

/** True where the data of one of two settings are not those of the other. */
export const needsOtherData = (a: Settings, b: Settings): boolean =>
  a.dataset !== b.dataset ||
  (a.dataset === 'synthetic' && JSON.stringify(digitOptions(a)) !== JSON.stringify(digitOptions(b)));

/** True where both are networks of the same layers and activation, whatever their weights. */
export const isSameNetwork = (a: Settings, b: Settings): boolean =>
  JSON.stringify(a.network) === JSON.stringify(b.network) && a.activation === b.activation;

/**
 * True where a network made by one of two settings does not do for the other: its weights would start elsewhere, or it
 * would be computed somewhere else or by something else.
 */
export function needsNewNetwork(a: Settings, b: Settings): boolean {
  return (
    !isSameNetwork(a, b) ||
    a.init !== b.init ||
    (a.init === 'normal' && a.initStd !== b.initStd) ||
    a.seed !== b.seed ||
    a.backend !== b.backend ||
    a.trainStep !== b.trainStep ||
    a.workers !== b.workers
  );
}
