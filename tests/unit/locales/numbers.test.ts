import { expect, it } from 'vitest';
import glossary from '../../../src/locales/glossary/en.json';
import glossaryRu from '../../../src/locales/glossary/ru.json';
import glossaryUk from '../../../src/locales/glossary/uk.json';
import { ALL } from './texts';

/* Figures in sentences stand beside those that Intl writes, and look like them. */

const GROUPED = /\d{1,3}(?:,\d{3})+/g;

/** With the sentences of the glossary. */
const textsOf = (texts: ReadonlyMap<string, string>, words: object): ReadonlyMap<string, string> =>
  new Map([
    ...texts,
    ...Object.entries(words).flatMap(([word, said]) =>
      Object.entries(said as Record<string, string>).map(([key, text]) => [`${word}.${key}`, text] as const),
    ),
  ]);

const english = textsOf(ALL.en, glossary);

it.each([
  ['ru', textsOf(ALL.ru, glossaryRu)],
  ['uk', textsOf(ALL.uk, glossaryUk)],
] as const)('in %s, thousands in a text are grouped as those that are computed', (language, texts) => {
  const asComputed = new Intl.NumberFormat(language);
  const found = [...english].flatMap(([key, text]) =>
    (text.match(GROUPED) ?? []).map((figure) => ({
      key,
      figure: asComputed.format(Number(figure.replaceAll(',', ''))),
    })),
  );
  expect(found.length).toBeGreaterThan(10);
  expect(found.filter(({ key, figure }) => !texts.get(key)?.includes(figure))).toEqual([]);
});
