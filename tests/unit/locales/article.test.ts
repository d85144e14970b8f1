import { expect, it } from 'vitest';
import { withArticle } from '../../../src/locales/article';

it.each([
  ['8', 'an 8'],
  ['3', 'a 3'],
  ['1', 'a 1'],
  ['11', 'an 11'],
  ['18', 'an 18'],
  ['110', 'a 110'],
  ['Ankle boot', 'an Ankle boot'],
  ['T-shirt', 'a T-shirt'],
])('%s is said as %s', (name, said) => expect(withArticle(name)).toBe(said));
