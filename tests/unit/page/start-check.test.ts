import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { chooseLanguage } from '../../../src/locales/languages';

const SCRIPT = readFileSync(new URL('../../../public/start-check.js', import.meta.url), 'utf8');

/** In which of its languages the page says that it can't start. */
function says(asked: string, chosen: string | null, languages: readonly string[]): string | undefined {
  const said = new Map<string, string>();
  const listen = { addEventListener: () => undefined };
  const html = {
    getAttribute: (name: string) => said.get(name) ?? null,
    setAttribute: (name: string, value: string) => void said.set(name, value),
  };
  runInNewContext(SCRIPT, {
    navigator: { languages },
    localStorage: { getItem: () => chosen },
    location: { search: asked, protocol: 'https:', href: '' },
    window: listen,
    document: { ...listen, documentElement: html, querySelectorAll: () => [], createElement: () => ({}) },
  });
  return said.get('data-says');
}

it.each([
  ['', null, ['uk-UA', 'en']],
  ['', null, ['fr-FR', 'ru-RU', 'en']],
  ['', null, ['de']],
  ['', 'ru', ['uk']],
  ['?epochs=3&lang=en', 'ru', ['uk']],
  ['?lang=xx', null, ['uk']],
] as const)(
  'of %j, %j and %j, a page that can’t start chooses its language as one that can',
  (asked, chosen, languages) => {
    const wish = new URLSearchParams(asked).get('lang');
    expect(says(asked, chosen, languages)).toBe(chooseLanguage(wish, chosen, languages));
  },
);

it('is written so that a browser of 2009 can read it', () => {
  const code = SCRIPT.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
  expect(code.match(/=>|`|\b(let|const|class|async|await)\b|\?\.|\?\?|\.\.\.|catch \{/g)).toBeNull();
});
