/** Something that a run shows, with the figures that it rests on. A sentence is made of it where it is shown. */
export type Finding =
  /** So many of the images in sight are read right; `low` to `high` is the 95 % interval, here and below. */
  | Found<'quality', 'right' | 'images' | 'accuracy' | 'low' | 'high'>
  /** No better than to say the most frequent digit always, which would be right in the share `guess`. */
  | Found<'chance', 'accuracy' | 'low' | 'high' | 'digit' | 'guess'>
  | Found<'no-errors', 'images'>
  /** One digit is read as another in `count` of `support` images. */
  | Found<'confused', 'truth' | 'predicted' | 'count' | 'support'>
  /** No pair of digits stands out among the errors. */
  | Found<'scattered', 'errors' | 'pairs' | 'most'>
  /** The error that the network is surest of. */
  | Found<'surest-error', 'truth' | 'predicted' | 'probability'>
  /**
   * The digit of the lowest recall is below all digits together by more than chance. `low` to `high` is widened for
   * ten digits at once (Bonferroni).
   */
  | Found<'weakest', 'digit' | 'recall' | 'low' | 'high' | 'accuracy' | 'classes'>
  /** It is not. */
  | Found<'even', 'digit' | 'recall' | 'low' | 'high' | 'accuracy' | 'classes'>
  /** Training images are read better than validation images; by `difference` and its 95 % interval. */
  | Found<'overfitting', 'training' | 'validation' | DifferenceFigure>
  /** The validation loss rises while the training loss falls. */
  | Found<'loss-rises', 'bestLoss' | 'bestEpoch' | 'loss' | 'epoch'>
  /** Training images are not read well either. */
  | Found<'underfitting', 'training' | 'validation' | 'expected'>
  /** The validation loss still fell in the last epoch, by the share `fall`. */
  | Found<'improving', 'lossBefore' | 'loss' | 'fall' | 'epoch'>
  | Found<'diverged', 'batches' | 'learningRate'>
  /** Of a convolution, of a dense layer. */
  | Found<'dead-filters' | 'dead-units', 'layer' | 'dead' | 'units' | 'share' | 'images'>
  /** The network's probabilities promise more than it keeps; the interval is that of the accuracy. */
  | Found<'overconfident', 'confidence' | 'accuracy' | 'low' | 'high' | 'ece'>
  /** … or less. */
  | Found<'underconfident', 'confidence' | 'accuracy' | 'low' | 'high' | 'ece'>
  /** Validation accuracy of this run against the run before. */
  | Found<
      'better-than-before' | 'worse-than-before' | 'same-as-before',
      'accuracy' | 'before' | DifferenceFigure
    >;

type DifferenceFigure = 'difference' | 'differenceLow' | 'differenceHigh';

interface Found<Code extends string, Figure extends string> {
  readonly code: Code;
  readonly figures: Readonly<Record<Figure, number>>;
  /** What it is about, for every panel to follow; empty where it is about everything. */
  readonly select: FindingSelection;
}

export type FindingCode = Finding['code'];
export type FigureName = Finding extends infer Each
  ? Each extends Finding
    ? keyof Each['figures']
    : never
  : never;

/** A patch of the page's selection. */
interface FindingSelection {
  readonly cell?: { readonly truth: number; readonly predicted: number };
  readonly digit?: number;
  readonly image?: { readonly set: 'train' | 'test'; readonly position: number };
  readonly layer?: number;
  readonly filter?: number;
}
