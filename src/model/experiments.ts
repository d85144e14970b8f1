import { isAugmented, NUMBERS, type Settings } from './settings';

/** What an experiment changes, given the settings to compare with; undefined where it would change nothing. */
type Change = (base: Settings) => Partial<Settings> | undefined;

/** A step that Adam takes well with most networks (Kingma & Ba 2015, section 2). */
const ADAM_RATE = 0.001;
const HALF = 0.5;
/** Changes that leave every digit the digit that it is: pixels, degrees, share of the size. */
const MILD = { shift: 2, rotation: 10, scaling: 0.1 } as const;

const isAdam = (optimizer: Settings['optimizer']) => optimizer === 'adam' || optimizer === 'adamw';

/** To add an experiment: one entry here, its name and its reason in the language files. */
const CHANGES = {
  /** With Glorot's weights, since others that suit a sigmoid can be far too large for it. */
  relu: ({ activation }) => (saturates(activation) ? { activation: 'relu', init: 'glorot' } : undefined),
  tanh: ({ activation }) => (activation === 'relu' ? { activation: 'tanh' } : undefined),
  glorot: ({ init }) => (init === 'glorot' ? undefined : { init: 'glorot' }),
  dropout: (base) => (drops(base) ? undefined : { dropout: HALF }),
  'no-dropout': (base) =>
    drops(base) ? { dropout: 0, network: base.network.filter(({ type }) => type !== 'dropout') } : undefined,
  epochs: ({ epochs }) => {
    const more = Math.min(2 * epochs, NUMBERS.epochs.max);
    return more > epochs ? { epochs: more } : undefined;
  },
  augmentation: (base) => (isAugmented(base) ? undefined : MILD),
  adam: ({ optimizer }) =>
    isAdam(optimizer) ? undefined : { optimizer: 'adam', learningRate: ADAM_RATE, schedule: 'constant' },
  rate: ({ optimizer, learningRate }) =>
    isAdam(optimizer) && learningRate < ADAM_RATE ? { learningRate: ADAM_RATE } : undefined,
} as const satisfies Record<string, Change>;

export type ExperimentId = keyof typeof CHANGES;

interface Experiment {
  readonly id: ExperimentId;
  /** All of them, changed where it changes something. */
  readonly settings: Settings;
}

/** Is flat on both sides, where no gradient comes through. */
function saturates(activation: Settings['activation']): boolean {
  switch (activation) {
    case 'sigmoid':
    case 'tanh':
      return true;
    case 'relu':
    case 'leaky-relu':
    case 'gelu':
      return false;
    default:
      return activation satisfies never;
  }
}

const drops = ({ dropout, network }: Settings) =>
  dropout > 0 || network.some(({ type }) => type === 'dropout');

/** The experiments that make sense with these settings: each the same run with one thing changed. */
export function experimentsWith(base: Settings): Experiment[] {
  return (Object.entries(CHANGES) as [ExperimentId, Change][]).flatMap(([id, change]) => {
    const changed = change(base);
    return changed ? [{ id, settings: { ...base, ...changed } }] : [];
  });
}
