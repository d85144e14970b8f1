import { expect, it } from 'vitest';
import { confusionCounts } from '../../../src/metrics/confusion';
import { report } from '../../../src/metrics/report';
import { reportCsv } from '../../../src/metrics/report-csv';
import { FASHION } from '../../fixtures/class-names';

it('writes a line a digit, then the averages and the accuracy, in full precision', () => {
  const counts = confusionCounts(Uint8Array.of(0, 0), Uint8Array.of(0, 5), 10);
  const lines = reportCsv(report(counts)).split('\r\n');
  expect(lines[0]).toBe('digit,precision,recall,f1-score,support,accuracy');
  expect(lines[1]).toBe('0,1,0.5,0.6666666666666666,2,0.5');
  expect(lines[2]).toBe('1,0,0,0,0,1');
  expect(lines.slice(11)).toEqual([
    'macro avg,0.1,0.05,0.06666666666666667,2,',
    'weighted avg,1,0.5,0.6666666666666666,2,',
    'accuracy,,,,2,0.5',
    '',
  ]);
});

it('calls the classes by their names, in quotes where a field needs them', () => {
  const names = FASHION.with(1, 'shirt, "blue"');
  const lines = reportCsv(report(confusionCounts(Uint8Array.of(0), Uint8Array.of(0), 10)), names).split(
    '\r\n',
  );
  expect(lines[1]).toMatch(/^T-shirt\/top,1,1,1,1,1$/);
  expect(lines[2]).toMatch(/^"shirt, ""blue""",0,0,0,0,1$/);
});
