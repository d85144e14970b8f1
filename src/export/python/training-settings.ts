import { AUGMENTATION, type Settings } from '../../model/settings';

/** The settings that a training elsewhere heeds, under the page's names. */
const TRAINING = [
  'epochs',
  'batchSize',
  'optimizer',
  'learningRate',
  'schedule',
  'warmup',
  'rise',
  'momentum',
  'beta1',
  'beta2',
  'rho',
  'weightDecay',
  'clipNorm',
  'ema',
  'dropout',
  'labelSmoothing',
  'patience',
  'stopAt',
  'trainingImages',
  'activation',
  'init',
  'initStd',
  'seed',
  ...AUGMENTATION,
] as const satisfies readonly (keyof Settings)[];
type TrainingSettings = Pick<Settings, (typeof TRAINING)[number]>;

export const trainingSettings = (settings: Settings): TrainingSettings =>
  Object.fromEntries(TRAINING.map((name) => [name, settings[name]])) as TrainingSettings;

/** What a training elsewhere can't do as the page did it; undefined where it does everything. */
interface NotDone {
  /** Digits that the page draws itself, alone or among others, or a person's own images. */
  readonly what: 'drawn' | 'own' | 'mixed';
  /** How many in a hundred images those are. */
  readonly percent: number;
}

export function notDone({ dataset, syntheticShare }: Settings): NotDone | undefined {
  if (dataset === 'synthetic') return { what: 'drawn', percent: 100 };
  if (dataset === 'files') return { what: 'own', percent: 100 };
  if (syntheticShare === 0) return undefined;
  return { what: 'mixed', percent: Math.round(100 * syntheticShare) };
}
