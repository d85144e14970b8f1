import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { chooseLanguage, LANGUAGE_IDS, spoken } from '../../../src/locales/languages';
import { ALL, marksOf, PLURAL, TEXTS } from './texts';

const OTHERS = ['ru', 'uk'] as const;
const FILES = ['first', 'later'] as const;

/** The same in every language: names and formulas. */
const SAME = new Set(
  (JSON.parse(readFileSync(new URL('./same-words.json', import.meta.url), 'utf8')) as string[]).map((text) =>
    text.toLowerCase(),
  ),
);

describe.each(OTHERS)('the texts in %s', (language) => {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const keysAs = (key: string) =>
    PLURAL.test(key) ? forms.map((form) => key.replace(PLURAL, `_${form}`)) : [key];

  it.each(FILES)('are those of English, in the %s file, with all plural forms', (file) => {
    const wanted = [...new Set([...TEXTS.en[file].keys()].flatMap(keysAs))];
    expect([...TEXTS[language][file].keys()].toSorted()).toEqual(wanted.toSorted());
  });

  it('have in them what English puts in', () => {
    const wrong = [...ALL[language]].flatMap(([key, text]) => {
      // What is said of one is said of 21 and 31 too, whatever English says of a single one.
      const english = ALL.en.get(key.replace(PLURAL, '_other')) ?? '';
      const own = new Set(marksOf(text));
      const wanted = new Set(marksOf(english));
      return [...own, ...wanted].some((mark) => !own.has(mark) || !wanted.has(mark))
        ? [`${key}: ${text}`]
        : [];
    });
    expect(wrong).toEqual([]);
  });

  it('are translated', () => {
    const words = (text: string) => text.replace(/\{\{[^}]+\}\}|\$t\([^)]*\)|<[^>]+>/g, ' ');
    const left = [...ALL[language]].filter(
      ([key, text]) =>
        ALL.en.get(key) === text && /[a-z]{3}/i.test(words(text)) && !SAME.has(text.toLowerCase()),
    );
    expect(left).toEqual([]);
  });

  it('end as English does: a sentence with its full stop, a label without', () => {
    const ends = (text: string) => /[.?!…:]$/.test(text.trim());
    const isAbbreviated = (text: string) => /[пв]\.\s?п\.$/.test(text) || /^[\p{L}\s-]{1,20}\.$/u.test(text);
    const wrong = [...ALL[language]].filter(([key, text]) => {
      const english = ALL.en.get(key) ?? ALL.en.get(key.replace(PLURAL, '_other'));
      if (english === undefined || isAbbreviated(text)) return false;
      return ends(english) !== ends(text);
    });
    expect(wrong).toEqual([]);
  });
});

it.each([
  [[null, null, ['uk-UA', 'en']], 'uk'],
  [[null, null, ['fr-FR', 'ru', 'en']], 'ru'],
  [[null, null, ['fr', 'de']], 'en'],
  [[null, 'ru', ['uk']], 'ru'],
  [['EN', 'ru', ['uk']], 'en'],
  [['xx', null, ['uk']], 'uk'],
  [['__proto__', 'constructor', []], 'en'],
] as const)('of %j the page speaks %s', ([asked, chosen, browser], language) => {
  expect(chooseLanguage(asked, chosen, browser)).toBe(language);
});

it('English is there, and first', () => {
  expect(LANGUAGE_IDS).toEqual(['en', 'ru', 'uk']);
});

it('languages that the page does not speak are told from those that it does', () => {
  expect(['uk', 'UK-UA', 'xx', '', '__proto__'].map(spoken)).toEqual([
    'uk',
    'uk',
    undefined,
    undefined,
    undefined,
  ]);
});
