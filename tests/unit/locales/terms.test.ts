import { expect, it } from 'vitest';
import terms from '../../../src/locales/terms.json';
import { ALL, PLURAL } from './texts';

/* Whoever reads two panels meets the same word for the same thing. */

/** Texts leave a word out, or say it otherwise where the sentence wants it: of those that English has it in. */
const LEAST_SHARE = 0.6;
/** Words of everyday language, which also stand for other things. */
const EVERYDAY = new Set([
  'run',
  'class',
  'shape',
  'unit',
  'support',
  'repeat',
  'weight',
  'training',
  'prediction',
  'filter',
  'label',
  'trial',
  'network',
]);

/** What all its inflected forms begin with: the first word of a term without its ending. */
const stemOf = (term: string) => {
  const word = (term.split(' ')[0] ?? '').toLowerCase();
  const stem = word.slice(0, Math.max(3, word.length - 3));
  // In Ukrainian a word begins by what the one before ends with: упевненість, впевненість; імовірність, ймовірність.
  return /^(уп|ім)/.test(stem) ? stem.slice(1) : stem;
};
const saysIt = (text: string, term: string) =>
  new RegExp(`\\b${term.replace(/[-\s]/g, '[-\\s]')}s?\\b`, 'i').test(text.replace(/\{\{.*?\}\}/g, ''));

const CASES = (['ru', 'uk'] as const).flatMap((language) =>
  Object.entries(terms)
    .filter(([term]) => !EVERYDAY.has(term))
    .map(([term, said]) => [language, term, said[language]] as const),
);

it.each(CASES)('in %s, %s is %s', (language, term, said) => {
  const texts = [...ALL[language]].filter(([key]) =>
    saysIt(ALL.en.get(key) ?? ALL.en.get(key.replace(PLURAL, '_other')) ?? '', term),
  );
  const kept = texts.filter(([, text]) => text.toLowerCase().includes(stemOf(said)));
  if (texts.length >= 4)
    expect(kept.length / texts.length, `${term}: ${said}`).toBeGreaterThanOrEqual(LEAST_SHARE);
});
