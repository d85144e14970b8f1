import { expect, it } from 'vitest';
import { modules } from '../architecture/sources';

/* Every word that is shown comes from the language files. */

const WORD = /\p{L}{2,}/u;
/** Text between tags, and what is given to a reader of screens or a pointer. */
const SHOWN = [
  />([^<>{}=;()]*)<\//g,
  /\b(?:aria-label|aria-roledescription|title|placeholder|alt|label)="([^"]*)"/g,
];
/** Names and formulas are the same everywhere. */
const NAMES = /^(∂ logit \/ ∂ pixel)$/;

function plainStrings(file: string, text: string): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
  return SHOWN.flatMap((pattern) => [...code.matchAll(pattern)])
    .map(([, shown]) => (shown ?? '').trim())
    .filter((shown) => WORD.test(shown) && !NAMES.test(shown))
    .map((shown) => `${file}: ${shown}`);
}

it('there are none in the page’s code', () => {
  const all = modules().filter(({ file }) => /^src\/.*\.tsx$/.test(file));
  expect(all.length).toBeGreaterThan(100);
  expect(all.flatMap(({ file, text }) => plainStrings(file, text))).toEqual([]);
});

it('sees one in a tag and one in a label', () => {
  expect(plainStrings('a.tsx', '<p>Hello you</p><b title="Bold one">{x}</b>')).toEqual([
    'a.tsx: Hello you',
    'a.tsx: Bold one',
  ]);
});
