import en from '../../../src/locales/en.json';
import enPanels from '../../../src/locales/en-panels.json';
import ru from '../../../src/locales/ru.json';
import ruPanels from '../../../src/locales/ru-panels.json';
import uk from '../../../src/locales/uk.json';
import ukPanels from '../../../src/locales/uk-panels.json';

interface Tree {
  readonly [key: string]: string | Tree;
}

export const PLURAL = /_(zero|one|two|few|many|other)$/;

const entries = (tree: Tree, path = ''): [key: string, text: string][] =>
  Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : entries(value, `${path}${key}.`),
  );

const flat = (tree: unknown): ReadonlyMap<string, string> => new Map(entries(tree as Tree));

/** All texts by language and file, by their whole keys. */
export const TEXTS = {
  en: { first: flat(en), later: flat(enPanels) },
  ru: { first: flat(ru), later: flat(ruPanels) },
  uk: { first: flat(uk), later: flat(ukPanels) },
};

/** Of both files. */
export const ALL = {
  en: new Map([...TEXTS.en.first, ...TEXTS.en.later]),
  ru: new Map([...TEXTS.ru.first, ...TEXTS.ru.later]),
  uk: new Map([...TEXTS.uk.first, ...TEXTS.uk.later]),
};

/** What is put into a text, and its tags: in any order. Articles are of English alone. */
export const marksOf = (text: string): string[] =>
  [
    ...text
      .replace(/, (?:article|capital)(?=\}\})/gi, '')
      .matchAll(/\{\{[^}]+\}\}|\$t\([^)]*\)|<\/?[\w-]+\/?>/g),
  ]
    .map(String)
    .sort();
