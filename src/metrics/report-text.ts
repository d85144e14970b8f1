import { toFixedEven } from './fixed';
import type { Report, Scores } from './report';

/** The longest heading of the last lines. */
const LONGEST_HEADING = 'weighted avg';
const COLUMN_WIDTH = 9;
/** After the point. */
const DIGITS = 4;

/**
 * The report as `sklearn.metrics.classification_report(truth, predicted, labels=range(10), digits=4)` writes it.
 * @param names - of the classes, scikit-learn's `target_names`; where there are none, the digits
 */
export function reportText(
  { digits, macro, weighted, accuracy, images }: Report,
  names: readonly string[] = [],
): string {
  const width = Math.max(LONGEST_HEADING.length, ...names.map(lengthOf));
  const row = (name: string, columns: readonly string[]) =>
    `${name.padStart(width + name.length - lengthOf(name))} ${columns.map((column) => ` ${column.padStart(COLUMN_WIDTH)}`).join('')}`;
  const scoreRow = (name: string, { precision, recall, f1 }: Scores, support: string) =>
    row(name, [share(precision), share(recall), share(f1), support]);
  // Where nothing at all is right, scikit-learn counts in floating point (multilabel_confusion_matrix, as of 1.9).
  const count = (of: number) => (accuracy === 0 ? of.toFixed(1) : String(of));
  const lines = [
    row('', ['precision', 'recall', 'f1-score', 'support']),
    '',
    ...digits.map((digit) =>
      scoreRow(names[digit.digit] ?? String(digit.digit), digit, count(digit.support)),
    ),
    '',
    row('accuracy', ['', '', share(accuracy), count(images)]),
    scoreRow('macro avg', macro, count(images)),
    scoreRow(LONGEST_HEADING, weighted, count(images)),
  ];
  return `${lines.join('\n')}\n`;
}

const share = (value: number) => toFixedEven(value, DIGITS);

/** In characters, as Python counts them. */
const lengthOf = (text: string): number => [...text].length;
