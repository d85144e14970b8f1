import { z } from 'zod';
import { INPUT_SIZE, type Network, networkSchema } from './network';
import {
  CHOICES,
  type Choice,
  type ChoiceName,
  type Effect,
  NUMBERS,
  type NumberName,
  SEED,
} from './setting-tables';

export { CHOICES, type ChoiceName, NUMBERS, type NumberName, SEED } from './setting-tables';

export type DatasetId = Choice<'dataset'>;
/** How synthetic digits are drawn. */
export type DigitStyle = Choice<'digits'>;
export type Optimizer = Choice<'optimizer'>;
export type Activation = Choice<'activation'>;
export type BackendChoice = Choice<'backend'>;
/** A backend that can really run; `auto` chooses one of these. */
export type Backend = Exclude<BackendChoice, 'auto'>;

/** Backends on which there is a fast train step; on the others it is the reference in any case. */
export const FAST_BACKENDS: readonly Backend[] = ['wasm', 'webgpu'];

interface Range {
  readonly min: number;
  readonly max: number;
  readonly whole: boolean;
}

function numberIn({ min, max, whole }: Range): z.ZodNumber {
  const inRange = z.number().min(min).max(max);
  return whole ? inRange.int() : inRange;
}

/** A table of the same names, with what is made of each row. */
const mapped = <Name extends string, Row, Made>(
  table: Readonly<Record<Name, Row>>,
  make: (row: Row) => Made,
) =>
  Object.fromEntries(Object.entries<Row>(table).map(([name, row]) => [name, make(row)])) as Record<
    Name,
    Made
  >;

type ChoiceSchemas = { [Name in ChoiceName]: z.ZodType<Choice<Name>> };

export const settingsSchema = z.strictObject({
  network: networkSchema,
  ...mapped(NUMBERS, numberIn),
  ...(mapped(CHOICES, ({ options }) => z.enum(options)) as ChoiceSchemas),
  seed: numberIn(SEED),
});
export type Settings = z.infer<typeof settingsSchema>;
export type SettingName = keyof Settings;

/** What a setting is where nobody has chosen; which network, the presets say. */
export const INITIAL_SETTINGS: Omit<Settings, 'network'> = {
  ...mapped(NUMBERS, ({ initial }) => initial),
  ...(mapped(CHOICES, ({ initial }) => initial) as { [Name in ChoiceName]: Choice<Name> }),
  seed: SEED.initial,
};

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

/** The settings that an optimizer's step depends on, besides the rate. */
const OPTIMIZATION = [
  'optimizer',
  'momentum',
  'beta1',
  'beta2',
  'rho',
  'weightDecay',
  'clipNorm',
  'ema',
] as const satisfies readonly SettingName[];
export type OptimizerSettings = Pick<Settings, (typeof OPTIMIZATION)[number]>;

/** Those of them alone. */
export const optimizerSettings = (settings: OptimizerSettings): OptimizerSettings =>
  Object.fromEntries(OPTIMIZATION.map((name) => [name, settings[name]])) as OptimizerSettings;

/** The settings that a run under way takes on from its next batch on. */
export const LIVE = ['learningRate', 'momentum', 'dropout'] as const satisfies readonly NumberName[];
export type LiveName = (typeof LIVE)[number];
export type LiveSettings = Pick<Settings, LiveName>;

export const isLive = (name: SettingName): name is LiveName => LIVE.some((live) => live === name);

const EFFECTS: Readonly<Record<SettingName, Effect>> = {
  network: 'architecture',
  ...mapped(NUMBERS, ({ effect }) => effect),
  ...mapped(CHOICES, ({ effect }) => effect),
  seed: SEED.effect,
};

export const effectOf = (name: SettingName): Effect => EFFECTS[name];

/** Whether two settings differ in one, heeded or not. Every comparison of settings is made of this one. */
export const differIn = (name: SettingName, a: Partial<Settings>, b: Partial<Settings>): boolean =>
  // Mostly they are the same, which is said without writing them out: rows of a long list ask at every event.
  !Object.is(a[name], b[name]) && JSON.stringify(a[name]) !== JSON.stringify(b[name]);

const differInAnyOf = (effects: readonly Effect[], a: Settings, b: Settings): boolean =>
  (Object.keys(EFFECTS) as SettingName[]).some(
    (name) => effects.includes(EFFECTS[name]) && differIn(name, a, b),
  );

/** True where the data of one of two settings are not those of the other. */
export const needsOtherData = (a: Settings, b: Settings): boolean =>
  differInAnyOf(a.dataset === 'synthetic' ? ['data', 'drawn-digits'] : ['data'], a, b);

/** True where both are networks of the same layers and activation, whatever their weights. */
export const isSameNetwork = (a: Settings, b: Settings): boolean => !differInAnyOf(['architecture'], a, b);

/**
 * True where a network made by one of two settings does not do for the other: its weights would start elsewhere, or it
 * would be computed somewhere else or by something else.
 */
export const needsNewNetwork = (a: Settings, b: Settings): boolean =>
  differInAnyOf(['architecture', 'start', 'place'], a, b) ||
  (a.init === 'normal' && differInAnyOf(['start-if-normal'], a, b));
