import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { confusionCounts } from '../../../src/metrics/confusion';
import { averages, type Report, report } from '../../../src/metrics/report';
import { reportText } from '../../../src/metrics/report-text';
import { FASHION } from '../../fixtures/class-names';
import { labelVectors } from '../../fixtures/classification-report/label-vectors';

const file = new URL('../../fixtures/classification-report/reference.csv', import.meta.url);
const [head = '', ...lines] = readFileSync(file, 'utf8').trim().split('\n');
const columns = head.split(',');
const vectors = lines.map((_, number) => labelVectors(number));
const reports = vectors.map(({ truth, predicted }) => report(confusionCounts(truth, predicted, 10)));

/** In the order of the columns between the number of images and the hash. */
const figures = ({ digits, macro, weighted, accuracy }: Report): number[] => [
  ...(['precision', 'recall', 'f1', 'accuracy'] as const).flatMap((of) => digits.map((digit) => digit[of])),
  ...[macro, weighted].flatMap(({ precision, recall, f1 }) => [precision, recall, f1]),
  accuracy,
];

describe('the report on 1,000 label vectors', () => {
  it('has the figures of scikit-learn', () => {
    expect(lines).toHaveLength(1000);
    const apart: string[] = [];
    for (const [number, line] of lines.entries()) {
      const [images, ...wanted] = line.split(',').slice(0, -1).map(Number);
      const found = reports[number] as Report;
      expect(found.images).toBe(images);
      for (const [i, value] of figures(found).entries()) {
        const distance = Math.abs(value - (wanted[i] as number));
        if (!(distance <= 1e-12)) apart.push(`case ${number}, ${columns[i + 1]}: ${value}, not ${wanted[i]}`);
      }
    }
    expect(apart).toEqual([]);
  });

  it('has the text of scikit-learn, letter for letter', () => {
    const hashes = reports.map((found) => createHash('sha256').update(reportText(found)).digest('hex'));
    expect(hashes).toEqual(lines.map((line) => line.split(',').at(-1)));
  });

  it('covers digits that never occur in the truth, among the predictions, in either, and all right and wrong', () => {
    const has = (test: (found: Report) => boolean) => reports.filter(test).length;
    const some = (test: (digit: Report['digits'][number]) => boolean) =>
      has(({ digits }) => digits.some(test));
    expect(some(({ support, predicted }) => support === 0 && predicted > 0)).toBeGreaterThan(100);
    expect(some(({ support, predicted }) => support > 0 && predicted === 0)).toBeGreaterThan(100);
    expect(some(({ support, predicted }) => support + predicted === 0)).toBeGreaterThan(100);
    expect(has(({ accuracy }) => accuracy === 1)).toBeGreaterThan(100);
    expect(has(({ accuracy }) => accuracy === 0)).toBeGreaterThan(100);
  });
});

describe('report', () => {
  it('counts what is not the digit and not read as it as right, one against all', () => {
    const { digits } = report(confusionCounts(Uint8Array.of(1, 1, 2, 3), Uint8Array.of(1, 2, 2, 0), 10));
    expect(digits.map(({ accuracy }) => accuracy)).toEqual([0.75, 0.75, 0.75, 0.75, 1, 1, 1, 1, 1, 1]);
  });

  it('has 0 for every figure without images', () => {
    const empty = report(new Array(100).fill(0));
    expect(new Set(figures(empty))).toEqual(new Set([0]));
    expect(empty.images).toBe(0);
  });
});

describe('averages', () => {
  it('are to the last bit those of NumPy, of few classes and of all letters and digits', () => {
    const of = (classes: number) => {
      const score = (i: number) => (1 + ((i * i * 37 + i * 11) % 89)) / (89 + i);
      const digits = Array.from({ length: classes }, (_, i) => {
        const counts = { support: 1 + ((i * 13) % 29), predicted: 0, right: 0 };
        return { precision: score(i), recall: 0, f1: 0, ...counts };
      });
      const { macro, weighted } = averages(digits);
      return [classes, macro.precision, weighted.precision];
    };
    // By NumPy 2.4.6, np.average(scores) and np.average(scores, weights=supports).
    const wanted = [
      [2, 0.2778401997503121, 0.5088972118185601],
      [5, 0.3453764304798864, 0.4791071314812926],
      [7, 0.34597756552434694, 0.48310217274593964],
      [8, 0.3313762031671369, 0.47166363643606257],
      [10, 0.39322004521832976, 0.4872081052896237],
      [26, 0.47847344151393933, 0.5214854454968529],
      [36, 0.45737599302551846, 0.49185971830053343],
      [47, 0.4066106139628402, 0.438917497816632],
      [62, 0.3858740904059025, 0.40228208393981135],
    ];
    expect(wanted.map(([classes]) => of(classes as number))).toEqual(wanted);
  });
});

describe('reportText', () => {
  it('is laid out as scikit-learn does', () => {
    const counts = confusionCounts(Uint8Array.of(0, 0, 1, 7, 7), Uint8Array.of(0, 1, 1, 7, 9), 10);
    expect(reportText(report(counts))).toBe(`\
              precision    recall  f1-score   support

           0     1.0000    0.5000    0.6667         2
           1     0.5000    1.0000    0.6667         1
           2     0.0000    0.0000    0.0000         0
           3     0.0000    0.0000    0.0000         0
           4     0.0000    0.0000    0.0000         0
           5     0.0000    0.0000    0.0000         0
           6     0.0000    0.0000    0.0000         0
           7     1.0000    0.5000    0.6667         2
           8     0.0000    0.0000    0.0000         0
           9     0.0000    0.0000    0.0000         0

    accuracy                         0.6000         5
   macro avg     0.2500    0.2000    0.2000         5
weighted avg     0.9000    0.6000    0.6667         5
`);
  });

  it('is as wide as the longest name of a class, in characters as Python counts them', () => {
    const counts = confusionCounts(Uint8Array.of(0, 0, 1, 7, 7), Uint8Array.of(0, 1, 1, 7, 9), 10);
    const names = FASHION.with(4, 'Überzieher, lang 🧥');
    // By scikit-learn 1.9.1, target_names=names.
    expect(reportText(report(counts), names)).toBe(`\
                    precision    recall  f1-score   support

       T-shirt/top     1.0000    0.5000    0.6667         2
           Trouser     0.5000    1.0000    0.6667         1
          Pullover     0.0000    0.0000    0.0000         0
             Dress     0.0000    0.0000    0.0000         0
Überzieher, lang 🧥     0.0000    0.0000    0.0000         0
            Sandal     0.0000    0.0000    0.0000         0
             Shirt     0.0000    0.0000    0.0000         0
           Sneaker     1.0000    0.5000    0.6667         2
               Bag     0.0000    0.0000    0.0000         0
        Ankle boot     0.0000    0.0000    0.0000         0

          accuracy                         0.6000         5
         macro avg     0.2500    0.2000    0.2000         5
      weighted avg     0.9000    0.6000    0.6667         5
`);
  });

  it('keeps its width for names that are no longer than its headings', () => {
    const counts = confusionCounts(Uint8Array.of(0), Uint8Array.of(0), 10);
    const lines = reportText(report(counts), FASHION).split('\n');
    expect(lines[2]).toBe(' T-shirt/top     1.0000    1.0000    1.0000         1');
    expect(lines[0]).toBe('              precision    recall  f1-score   support');
  });
});
