import { describe, expect, it } from 'vitest';
import {
  formatCount,
  formatNumber,
  formatPoints,
  formatShare,
  formatSignificant,
} from '../../../src/ui/format';

describe('numbers on the page', () => {
  it('groups the digits of counts', () => {
    expect(formatCount(55_000, 'en')).toBe('55,000');
    expect(formatCount(1234.6, 'en')).toBe('1,235');
  });

  it('writes shares as percent, with as many digits as asked for', () => {
    expect(formatShare(0.98214, 'en')).toBe('98.2 %');
    expect(formatShare(0.9, 'en', 2)).toBe('90.00 %');
    expect(formatShare(0.98214, 'ru')).toBe('98,2\u00a0%');
    expect(formatShare(0.98214, 'uk')).toBe('98,2\u00a0%');
  });

  it('keeps the zeros at the end of a number', () => {
    expect(formatNumber(0.1, 'en', 4)).toBe('0.1000');
  });

  it('writes the digits of a small number that count', () => {
    expect(formatSignificant(0.01 * 0.0004, 'en', 3)).toBe('0.000004');
    expect(formatSignificant(0.0125892541, 'en', 3)).toBe('0.0126');
    expect(formatSignificant(0, 'en', 3)).toBe('0');
  });

  it('writes one minus sign everywhere, and none before what is rounded to zero', () => {
    expect(formatNumber(-1.25, 'en', 2)).toBe('−1.25');
    expect(formatSignificant(-0.125, 'en', 2)).toBe('−0.13');
    expect(formatShare(-0.017, 'en')).toBe('−1.7 %');
    expect(formatCount(-1234, 'en')).toBe('−1,234');
    expect(formatNumber(-0.001, 'en', 2)).toBe('0.00');
    expect(formatSignificant(-0, 'en', 3)).toBe('0');
  });

  it('writes differences in points with their sign', () => {
    expect(formatPoints(0.0039, 'en')).toBe('+0.39');
    expect(formatPoints(-0.012, 'en')).toBe('−1.20');
    expect(formatPoints(0.00004, 'en')).toBe('0.00');
  });

  it('follows the language, also after another one', () => {
    expect(formatNumber(1234.5, 'de', 1)).toBe('1.234,5');
    expect(formatNumber(1234.5, 'en', 1)).toBe('1,234.5');
  });
});
