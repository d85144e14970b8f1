import { expect, it } from 'vitest';
import { csvOf } from '../../../src/model/csv';

it('writes a line a row, in quotes where it has to be', () => {
  expect(
    csvOf([
      ['a', 1, undefined],
      ['x, y', 'say "yes"', 'two\nlines'],
    ]),
  ).toBe('a,1,\r\n"x, y","say ""yes""","two\nlines"\r\n');
});

it.each(['=cmd|’ /C calc’!A0', '+1+1', '-2+3', '@SUM(A1)', '\tx', '=1'])('makes no formula of %j', (text) => {
  expect(csvOf([[text]])).toBe(`'${text}\r\n`);
});

it.each(['-1.5', '+2', '1e-5', '-3'])('leaves the number %s a number', (text) => {
  expect(csvOf([[text]])).toBe(`${text}\r\n`);
});
