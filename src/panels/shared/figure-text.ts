import type { FigureName } from '../../metrics/conclusions/finding';
import { formatCount, formatNumber, formatShare, formatSignificant } from '../../ui/format';

type Unit = 'count' | 'digit' | 'share' | 'points' | 'loss' | 'rate';

const UNIT: Readonly<Record<FigureName, Unit>> = {
  right: 'count',
  images: 'count',
  count: 'count',
  support: 'count',
  errors: 'count',
  pairs: 'count',
  most: 'count',
  batches: 'count',
  dead: 'count',
  units: 'count',
  classes: 'count',
  layer: 'count',
  epoch: 'count',
  bestEpoch: 'count',
  digit: 'digit',
  truth: 'digit',
  predicted: 'digit',
  accuracy: 'share',
  before: 'share',
  low: 'share',
  high: 'share',
  guess: 'share',
  recall: 'share',
  probability: 'share',
  training: 'share',
  validation: 'share',
  expected: 'share',
  fall: 'share',
  share: 'share',
  confidence: 'share',
  ece: 'share',
  difference: 'points',
  differenceLow: 'points',
  differenceHigh: 'points',
  loss: 'loss',
  lossBefore: 'loss',
  bestLoss: 'loss',
  learningRate: 'rate',
};

/**
 * The figures of a finding as they stand in its sentence.
 * @param names - of the classes
 */
export function figureTexts(
  figures: Readonly<Partial<Record<FigureName, number>>>,
  language: string,
  names: readonly string[],
): Record<string, string> {
  const entries = Object.entries(figures) as [FigureName, number][];
  return Object.fromEntries(entries.map(([name, value]) => [name, text(value, UNIT[name], language, names)]));
}

function text(value: number, unit: Unit, language: string, names: readonly string[]): string {
  switch (unit) {
    case 'count':
      return formatCount(value, language);
    case 'digit':
      return names[value] ?? String(value);
    case 'share':
      // A percent sign does not begin a line.
      return formatShare(value, language).replace(' %', '\u00a0%');
    case 'points':
      // A true minus: a hyphen is lost before a digit.
      return formatNumber(100 * value, language, 1);
    case 'loss':
      return formatNumber(value, language, 3);
    case 'rate':
      return formatSignificant(value, language, 2);
    default:
      return unit satisfies never;
  }
}
