import { describe, expect, it } from 'vitest';
import en from '../../../src/locales/glossary/en.json';
import ru from '../../../src/locales/glossary/ru.json';
import uk from '../../../src/locales/glossary/uk.json';
import { withoutMarks } from '../../../src/panels/shared/term';
import { LAYER_TERMS, PANEL_TERMS, SETTING_TERMS } from '../../../src/panels/shared/term-tables';
import { modules } from '../architecture/sources';
import { ALL } from './texts';

const GLOSSARIES = { en, ru, uk };
const TERMS = Object.keys(en).toSorted();
/** Those that the conclusions explain. */
const IN_SENTENCES = ['recall', 'interval', 'calibration', 'dead-unit', 'overfitting'];
const PARTS = ['name', 'what', 'does', 'try'] as const;
const sources = modules().filter(({ file }) => file.startsWith('src/'));

/** As English writes them: 2,000 and 0.1. */
const numbersOf = (text: string, language: string): string[] => {
  const grouped = language === 'en' ? /(\d),(?=\d{3})/g : /(\d)\u00a0(?=\d{3})/g;
  const plain = text.replace(grouped, '$1').replace(/(\d),(?=\d)/g, '$1.');
  return (plain.match(/\d+(?:\.\d+)?/g) ?? []).toSorted();
};

describe.each(['en', 'ru', 'uk'] as const)('the glossary in %s', (language) => {
  const words = Object.entries<Record<(typeof PARTS)[number], string>>(GLOSSARIES[language]);

  it('has all words, each with what it is, what it does and what to try', () => {
    expect(words.map(([id]) => id).toSorted()).toEqual(TERMS);
    const lacking = words.flatMap(([id, word]) =>
      PARTS.filter((part) => !word[part]).map((part) => [id, part]),
    );
    expect(lacking).toEqual([]);
  });

  it('says sentences, short ones, and a number to try', () => {
    const sentences = words.flatMap(([id, word]) =>
      [word.what, word.does, word.try].map((text) => [id, text]),
    );
    expect(sentences.filter(([, text]) => !/[.?]$/.test(text ?? ''))).toEqual([]);
    expect(sentences.filter(([, text]) => (text ?? '').length > 180)).toEqual([]);
    expect(words.filter(([, word]) => !/\d/.test(word.try)).map(([id]) => id)).toEqual([]);
  });

  it('gives the figures of English', () => {
    const figures = ([id, word]: (typeof words)[number], of: string) => [
      id,
      numbersOf([word.what, word.does, word.try].join(' '), of),
    ];
    expect(words.map((word) => figures(word, language))).toEqual(
      Object.entries(en).map((word) => figures(word, 'en')),
    );
  });
});

it('has no word that is asked for nowhere', () => {
  const asked = new Set<string>([
    ...Object.values(SETTING_TERMS),
    ...Object.values(LAYER_TERMS),
    ...Object.values(PANEL_TERMS).flat(),
  ]);
  const inSources = sources.filter(({ file }) => file.endsWith('.tsx')).map(({ text }) => text);
  const isWritten = (term: string) => inSources.some((text) => new RegExp(`['"]${term}['"]`).test(text));
  expect(TERMS.filter((term) => !asked.has(term) && !isWritten(term))).toEqual([]);
});

it('has every word that a text marks, and every mark is taken for one where it is shown', () => {
  const sentences = /^panels\.conclusions\.findings\./;
  const left = [...ALL.en, ...ALL.ru, ...ALL.uk].flatMap(([key, text]) => {
    const shown = sentences.test(key) ? text : withoutMarks(text);
    const marked = [...shown.matchAll(/<([\w-]+)>/g)].map(([, id]) => id ?? '');
    return marked.filter((id) => sentences.test(key) !== IN_SENTENCES.includes(id) && TERMS.includes(id));
  });
  expect(left).toEqual([]);
});

it('is led to by every panel', () => {
  const shown = sources.flatMap(({ text }) =>
    [...text.matchAll(/<PanelTerms panel="([\w-]+)"/g)].map((at) => at[1]),
  );
  expect(shown.toSorted()).toEqual(Object.keys(PANEL_TERMS).toSorted());
});

it('is led to by every field of a setting that shows its label', () => {
  // The card is called as its field is.
  const withoutLabel = 'src/panels/network/NetworkPanel.tsx';
  const fields = sources.filter(
    ({ text }) => /<(?:Select|Slider)Field\b/.test(text) && /settings\.\S*label/.test(text),
  );
  expect(fields.length).toBeGreaterThan(2);
  expect(fields.filter(({ text }) => !text.includes('word={<SettingTerm')).map(({ file }) => file)).toEqual([
    withoutLabel,
  ]);
});
