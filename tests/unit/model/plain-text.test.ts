import { expect, test } from 'vitest';
import { NetworkFileError } from '../../../src/export/read/network-file-error';
import { properNames } from '../../../src/model/class-names';
import { plainText } from '../../../src/model/plain-text';

test.each([
  ['model (1).json', 'model (1).json'],
  ['نموذج 模型 é', 'نموذج 模型 é'],
  ['\u202egpj.exe\u0000\n', '\ufffdgpj.exe\ufffd\ufffd'],
  ['x'.repeat(10_000), `${'x'.repeat(120)}…`],
])('a name can stand in a sentence: %j', (name, text) => {
  expect(plainText(name)).toBe(text);
  const error = new NetworkFileError('damaged', name, name, name);
  expect([error.file, error.field, error.reason]).toEqual([text, text, text]);
});

test('names of classes and of data files can stand in sentences too', () => {
  expect(properNames(['\u202egpj', 'x'.repeat(10_000), ' \n '], 10)).toEqual([
    ...['\ufffdgpj', 'x'.repeat(24), '\ufffd'],
    ...['3', '4', '5', '6', '7', '8', '9'],
  ]);
});
