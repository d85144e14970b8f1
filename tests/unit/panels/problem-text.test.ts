import i18next from 'i18next';
import { expect, it } from 'vitest';
import type { DataProblem } from '../../../src/data/dataset';
import { startLanguages } from '../../../src/locales/i18n';
import { problemText } from '../../../src/panels/data/problem-text';

const PLACE = { file: 'a.idx', source: 'your files' } as const;
const said = (problem: Omit<DataProblem, 'file' | 'source'>) =>
  problemText({ ...PLACE, ...problem }, i18next.t, i18next.language);

it('says what was found in the words of the page', async () => {
  await startLanguages('ru');
  expect(said({ code: 'wrong-kind', found: 'labels', wanted: 'images' })).toMatch(/метки.*изображения/);
  expect(said({ code: 'label-range', found: '12 (label 3)', wanted: '0–9' })).toContain('12 (метка номер 3)');
  expect(said({ code: 'truncated', found: '9912', wanted: '9912422' })).toContain('9\u00a0912\u00a0422');
  expect(said({ code: 'csv-value', found: '“” (row 79, column 7)' })).toContain(
    'пустая ячейка (строка 79, столбец 7)',
  );
  expect(said({ code: 'csv-value', found: '“F” (row 2, column 1)' })).toContain('«F» (строка 2, столбец 1)');
  expect(said({ code: 'bad-zip', found: 'it lies in another one' })).not.toMatch(/lies|other/);
  expect(said({ code: 'duplicate', found: 'images.npy' })).toContain('images.npy');
});
