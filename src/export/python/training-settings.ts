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

/** What a training elsewhere can't do as the page does it, in sentences; empty where it does everything. */
export function notDone({ dataset, syntheticShare }: Settings): string[] {
  if (dataset === 'synthetic') {
    return [
      'The page trained it on digits that it draws itself; this file trains and evaluates it on MNIST.',
    ];
  }
  if (dataset === 'files') {
    return ["The page trained it on a person's own images; this file trains and evaluates it on MNIST."];
  }
  if (syntheticShare === 0) return [];
  const percent = Math.round(100 * syntheticShare);
  return [
    `The page trained it with digits that it draws itself in the place of ${percent} % of the images; this file has MNIST alone.`,
  ];
}
