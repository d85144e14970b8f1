import { toFixedEven } from './fixed';
import type { Report, Scores } from './report';

/** As wide as the longest name, 'weighted avg'. */
const NAME_WIDTH = 12;
const COLUMN_WIDTH = 9;
/** After the point. */
const DIGITS = 4;

/** The report as `sklearn.metrics.classification_report(truth, predicted, labels=range(10), digits=4)` writes it. */
export function reportText({ digits, macro, weighted, accuracy, images }: Report): string {
  // Where nothing at all is right, scikit-learn counts in floating point (multilabel_confusion_matrix, as of 1.9).
  const count = (of: number) => (accuracy === 0 ? of.toFixed(1) : String(of));
  const lines = [
    row('', ['precision', 'recall', 'f1-score', 'support']),
    '',
    ...digits.map((digit) => scoreRow(String(digit.digit), digit, count(digit.support))),
    '',
    row('accuracy', ['', '', share(accuracy), count(images)]),
    scoreRow('macro avg', macro, count(images)),
    scoreRow('weighted avg', weighted, count(images)),
  ];
  return `${lines.join('\n')}\n`;
}

const share = (value: number) => toFixedEven(value, DIGITS);

const scoreRow = (name: string, { precision, recall, f1 }: Scores, support: string) =>
  row(name, [share(precision), share(recall), share(f1), support]);

const row = (name: string, columns: readonly string[]) =>
  `${name.padStart(NAME_WIDTH)} ${columns.map((column) => ` ${column.padStart(COLUMN_WIDTH)}`).join('')}`;
