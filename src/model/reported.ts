import type { PresetId } from './presets';

/** What the author of a preset's network published about it. */
interface Reported {
  /** Undefined where the author gave none. */
  readonly figures?: ReportedFigures;
  /** What the author's page let one see, in the order in which it told. */
  readonly shown: readonly ShownItem[];
}

/** Shares of the 10,000 test images of MNIST, 0 to 1, rounded to four digits. */
export interface ReportedFigures {
  readonly accuracy: number;
  readonly images: number;
  /** [10], of the digits 0 to 9 in order. */
  readonly digits: readonly ReportedDigit[];
}

export interface ReportedDigit {
  /** Images of the digit in MNIST's test file; not reported, but the same for everyone. */
  readonly support: number;
  /** One against all. */
  readonly accuracy: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Something that an author's page showed, each with a name among the page's strings, and where this lab shows it. */
export type ShownItem = keyof typeof SHOWN_IN;

/** Of the results, or one of the page's other places. */
export const SHOWN_IN = {
  filters: 'filters',
  maps: 'activation-maps',
  curves: 'learning-curves',
  matrix: 'confusion-matrix',
  errors: 'misclassified',
  'test-image': 'test-image',
  drawing: 'draw',
  device: 'train',
  report: 'classification-report',
  conclusions: 'conclusions',
  improvements: 'runs',
  widgets: 'train',
  'own-npz': 'train',
  probabilities: 'test-image',
  layers: 'inside',
  text: 'test-image',
} as const;

/** The page's places that are no results; the others are identifiers of results panels. */
const PLACES = ['draw', 'train', 'inside'] as const;
type ShownPlace = (typeof PLACES)[number];
type ShownPanel = Exclude<(typeof SHOWN_IN)[ShownItem], ShownPlace>;

export const isPlace = (where: ShownPlace | ShownPanel): where is ShownPlace =>
  PLACES.some((place) => place === where);

/** Rows of accuracy, precision, recall and F, as reported, behind the support. */
const digit = ([support, accuracy, precision, recall, f1]: readonly [
  number,
  number,
  number,
  number,
  number,
]): ReportedDigit => ({ support, accuracy, precision, recall, f1 });

const FROM_SCRATCH: ReportedFigures = {
  accuracy: 0.8921,
  images: 10_000,
  digits: (
    [
      [980, 0.992, 0.9473, 0.9724, 0.9597],
      [1135, 0.9865, 0.9195, 0.9656, 0.942],
      [1032, 0.9751, 0.8888, 0.8672, 0.8779],
      [1010, 0.9761, 0.8821, 0.8812, 0.8816],
      [982, 0.9731, 0.8649, 0.8605, 0.8627],
      [892, 0.9754, 0.8704, 0.8509, 0.8605],
      [958, 0.9832, 0.9072, 0.9186, 0.9129],
      [1028, 0.9814, 0.9287, 0.8872, 0.9075],
      [974, 0.9706, 0.8527, 0.8439, 0.8483],
      [1009, 0.9708, 0.8511, 0.8612, 0.8562],
    ] as const
  ).map(digit),
};

/** The presets that are somebody's published network. */
const REPORTS = {
  'notebook-cnn': {
    shown: ['filters', 'maps', 'curves', 'matrix', 'errors', 'test-image', 'drawing', 'widgets', 'device'],
  },
  'homework-mlp': { shown: ['curves', 'report', 'conclusions', 'improvements'] },
  'from-scratch-cnn': { figures: FROM_SCRATCH, shown: ['curves', 'report', 'own-npz', 'layers'] },
  'pseudo-mnist-cnn': { shown: ['probabilities', 'layers', 'text'] },
} as const satisfies Partial<Record<PresetId, Reported>>;

export type AuthoredPresetId = keyof typeof REPORTS;
export const AUTHORED_PRESETS = Object.keys(REPORTS) as AuthoredPresetId[];

export const isAuthored = (preset: PresetId | 'custom'): preset is AuthoredPresetId =>
  AUTHORED_PRESETS.some((id) => id === preset);

export const reportOf = (preset: AuthoredPresetId): Reported => REPORTS[preset];
