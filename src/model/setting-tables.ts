/**
 * Everything a person can choose about a run but the network: one row a setting gives the controls their range, the
 * schema its bounds, the address its key, the lab its default, and the comparison of two runs its rule. Comments say
 * what a value means and its unit.
 */

/**
 * What another value changes. It also says when nothing is changed at all, since the run does not heed the setting:
 * - `architecture`: another network;
 * - `start`, `start-if-normal`: the same network from other weights; the latter where these are drawn by 'normal';
 * - `data`: other images;
 * - `drawn-digits`: the digits that are drawn by code, where there are any;
 * - `mixture`: how many of those are among others, where the others are not all drawn;
 * - `training`: the way in which it is trained;
 * - `velocity`, `moments`, `squares`: that as well, with the optimizers that keep such a thing: 'momentum' and
 *   'nesterov', 'adam' and 'adamw', 'rmsprop';
 * - `cycle`, `warm-up`: that as well, with the schedule 'one-cycle', with all others;
 * - `place`: where or by what it is computed: the run comes out the same.
 */
export type Effect =
  | 'architecture'
  | 'start'
  | 'start-if-normal'
  | 'data'
  | 'drawn-digits'
  | 'mixture'
  | 'training'
  | 'velocity'
  | 'moments'
  | 'squares'
  | 'cycle'
  | 'warm-up'
  | 'place';

interface Setting {
  /** The key in the address. */
  readonly address: string;
  readonly effect: Effect;
}

interface NumberSetting extends Setting {
  readonly min: number;
  readonly max: number;
  /** How far one step of the slider goes: `linear` by `step`, `log` by a factor. */
  readonly scale: 'linear' | 'log';
  readonly step: number;
  /** Of a log scale that begins with 0 for none: the value that comes next. */
  readonly least?: number;
  /** Whole numbers only. */
  readonly whole: boolean;
  readonly initial: number;
}

interface ChoiceSetting<Option extends string> extends Setting {
  /** In the order in which the page shows them. */
  readonly options: readonly Option[];
  readonly initial: NoInfer<Option>;
}

const linear = (min: number, max: number, step: number) => ({ min, max, scale: 'linear', step }) as const;
const log = (min: number, max: number, step: number) => ({ min, max, scale: 'log', step }) as const;
/** 0 for none, then from `least` on. */
const noneOrLog = (least: number, max: number, step: number) => ({ ...log(0, max, step), least }) as const;
const choice = <const Option extends string>(setting: ChoiceSetting<Option>) => setting;

export const NUMBERS = {
  epochs: { ...linear(1, 100, 1), whole: true, initial: 3, address: 'epochs', effect: 'training' },
  batchSize: { ...log(1, 1024, 2), whole: true, initial: 128, address: 'batch', effect: 'training' },
  /** The peak, where the schedule has one. */
  learningRate: {
    ...log(1e-6, 10, 10 ** 0.1),
    whole: false,
    initial: 0.01,
    address: 'lr',
    effect: 'training',
  },
  /** Share of the run in which the rate rises in a straight line to where the schedule begins. */
  warmup: { ...linear(0, 0.5, 0.01), whole: false, initial: 0, address: 'warmup', effect: 'warm-up' },
  /** Share of a one-cycle run in which the rate rises (Smith & Topin 2018). */
  rise: { ...linear(0.01, 0.99, 0.01), whole: false, initial: 0.3, address: 'rise', effect: 'cycle' },
  /** How much of the velocity a step keeps. */
  momentum: { ...linear(0, 0.99, 0.01), whole: false, initial: 0.9, address: 'momentum', effect: 'velocity' },
  /** What Adam's mean of the gradients, and that of their squares, keep in a step. */
  beta1: { ...linear(0, 0.99, 0.01), whole: false, initial: 0.9, address: 'beta1', effect: 'moments' },
  beta2: { ...linear(0, 0.9999, 0.001), whole: false, initial: 0.999, address: 'beta2', effect: 'moments' },
  /** What RMSprop's mean of the squared gradients keeps in a step. */
  rho: { ...linear(0, 0.9999, 0.001), whole: false, initial: 0.9, address: 'rho', effect: 'squares' },
  /** Of kernels alone: times the weight and the rate, it is taken from the weight in each step; 0 none. */
  weightDecay: {
    ...noneOrLog(1e-6, 1, 10 ** 0.1),
    whole: false,
    initial: 0,
    address: 'decay',
    effect: 'training',
  },
  /** The longest that the gradient of a batch may be, all parameters taken together; 0 any length. */
  clipNorm: {
    ...noneOrLog(0.01, 100, 10 ** 0.1),
    whole: false,
    initial: 0,
    address: 'clip',
    effect: 'training',
  },
  /** How much of the average of the weights, which is what is read, a step keeps; 0 no average. */
  ema: { ...linear(0, 0.9999, 0.001), whole: false, initial: 0, address: 'ema', effect: 'training' },
  /** Share of the inputs of the last layer that is dropped while training. */
  dropout: { ...linear(0, 0.9, 0.05), whole: false, initial: 0, address: 'dropout', effect: 'training' },
  /** The target of a batch is (1 − s)·one-hot + s/classes. */
  labelSmoothing: {
    ...linear(0, 0.5, 0.01),
    whole: false,
    initial: 0,
    address: 'smoothing',
    effect: 'training',
  },
  /** Epochs without a better validation loss after which a run ends, with the weights of its best epoch; 0: never. */
  patience: { ...linear(0, 20, 1), whole: true, initial: 0, address: 'patience', effect: 'training' },
  /** Validation accuracy in percent after whose epoch a run ends; 0: never. */
  stopAt: { ...linear(0, 100, 0.5), whole: false, initial: 0, address: 'stopat', effect: 'training' },
  trainingImages: {
    ...log(128, 55_000, 2 ** 0.25),
    whole: true,
    initial: 55_000,
    address: 'train',
    effect: 'training',
  },
  /** Augmentation: how far each training image is changed at most, either way, anew in each epoch. Pixels. */
  shift: { ...linear(0, 6, 0.5), whole: false, initial: 0, address: 'shift', effect: 'training' },
  /** Degrees. */
  rotation: { ...linear(0, 45, 1), whole: false, initial: 0, address: 'rotate', effect: 'training' },
  /** Share of the size, of width and height each. */
  scaling: { ...linear(0, 0.5, 0.01), whole: false, initial: 0, address: 'scale', effect: 'training' },
  /** Degrees that upright lines lean. */
  shear: { ...linear(0, 45, 1), whole: false, initial: 0, address: 'shear', effect: 'training' },
  /** Pixels that a control point of the distortion moves, each way. */
  elastic: { ...linear(0, 6, 0.25), whole: false, initial: 0, address: 'elastic', effect: 'training' },
  /** 1: as far as the brightest, or the darkest, neighbour of each pixel. */
  strokeWidth: { ...linear(0, 1, 0.05), whole: false, initial: 0, address: 'stroke', effect: 'training' },
  /** Share of the ink. */
  contrast: { ...linear(0, 0.8, 0.05), whole: false, initial: 0, address: 'contrast', effect: 'training' },
  /** Share of the training images in whose place synthetic digits are drawn, others in each epoch. */
  syntheticShare: { ...linear(0, 1, 0.05), whole: false, initial: 0, address: 'mix', effect: 'mixture' },
  /** Background noise of synthetic digits: standard deviation, as a share of full ink. */
  digitNoise: { ...linear(0, 0.5, 0.01), whole: false, initial: 0, address: 'noise', effect: 'drawn-digits' },
  /** Gaussian blur of synthetic digits: standard deviation, pixels. */
  digitBlur: { ...linear(0, 2, 0.1), whole: false, initial: 0, address: 'blur', effect: 'drawn-digits' },
  /** Standard deviation of the initial weights where `init` is 'normal'. */
  initStd: {
    ...log(0.001, 2, 10 ** 0.1),
    whole: false,
    initial: 1,
    address: 'std',
    effect: 'start-if-normal',
  },
} as const satisfies Record<string, NumberSetting>;
export type NumberName = keyof typeof NUMBERS;

export const SEED = {
  min: 0,
  max: 2 ** 32 - 1,
  whole: true,
  initial: 1,
  address: 'seed',
  effect: 'start',
} as const;

export const CHOICES = {
  dataset: choice({
    options: ['mnist', 'synthetic', 'files'],
    initial: 'mnist',
    address: 'dataset',
    effect: 'data',
  }),
  digits: choice({
    options: ['realistic', 'pseudo'],
    initial: 'realistic',
    address: 'digits',
    effect: 'drawn-digits',
  }),
  optimizer: choice({
    options: ['sgd', 'momentum', 'nesterov', 'rmsprop', 'adam', 'adamw'],
    initial: 'adam',
    address: 'optimizer',
    effect: 'training',
  }),
  schedule: choice({
    options: ['one-cycle', 'cosine', 'exponential', 'step', 'constant'],
    initial: 'one-cycle',
    address: 'schedule',
    effect: 'training',
  }),
  activation: choice({
    options: ['relu', 'leaky-relu', 'gelu', 'sigmoid', 'tanh'],
    initial: 'relu',
    address: 'activation',
    effect: 'architecture',
  }),
  init: choice({ options: ['glorot', 'he', 'normal'], initial: 'glorot', address: 'init', effect: 'start' }),
  backend: choice({
    options: ['auto', 'webgpu', 'webgl', 'wasm', 'cpu'],
    initial: 'auto',
    address: 'backend',
    effect: 'place',
  }),
  /** `auto` is the fast step wherever it can do the network, else the reference. */
  trainStep: choice({
    options: ['auto', 'fast', 'reference'],
    initial: 'auto',
    address: 'step',
    effect: 'place',
  }),
  /**
   * Threads that the fast step computes on, at most; the reference ignores it. `auto` is as many as the machine has
   * cores and the work of a batch pays for. A run is the same on any number of them.
   */
  workers: choice({
    options: ['auto', '1', '2', '3', '4', '5', '6', '7', '8'],
    initial: 'auto',
    address: 'workers',
    effect: 'place',
  }),
};
export type ChoiceName = keyof typeof CHOICES;
export type Choice<Name extends ChoiceName> = (typeof CHOICES)[Name]['options'][number];
