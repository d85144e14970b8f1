import { expect, it } from 'vitest';
import { numberLocale } from '../../../src/charts/number-locale';

it.each([
  ['en', '.', ','],
  ['ru', ',', '\u00a0'],
  ['uk', ',', '\u00a0'],
])(
  '%s: charts part a number as the page does, and set a sign for per cent off',
  (language, decimal, thousands) => {
    expect(numberLocale(language)).toMatchObject({
      decimal,
      thousands,
      percent: '\u00a0%',
      currency: ['', '\u00a0%'],
    });
  },
);
