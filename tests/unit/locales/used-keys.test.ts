import { expect, it } from 'vitest';
import { modules } from '../architecture/sources';
import { ALL, PLURAL } from './texts';

/* Keys are put together of a prefix and a rest, and the rest may be chosen by a value: what could name a key uses it. */

const sources = modules().filter(({ file }) => /^(src|scripts)\//.test(file));
/** Apart, since a string may stand in a template that stands in another. */
const QUOTED = [
  /'((?:[^'\\\n]|\\.)*)'/g,
  /"((?:[^"\\\n]|\\.)*)"/g,
  /`([^`]*)`/g,
  /`((?:[^`$]|\$\{[\w.]+\})*)`/g,
];
const KEY = /^[\w.${}()\s?:'-]+$/;

const strings = new Set(
  sources.flatMap(({ text }) =>
    QUOTED.flatMap((pattern) => [...text.matchAll(pattern)].map(([, inside]) => inside ?? '')),
  ),
);
const prefixes = new Set([
  '',
  ...sources.flatMap(({ text }) =>
    [...text.matchAll(/keyPrefix: '([^']+)'/g)].map(([, prefix]) => `${prefix}.`),
  ),
]);
const literals = new Set(
  [...strings].filter((text) => text.length < 80 && KEY.test(text) && !text.includes('${')),
);
const VALUE = /\$\{[^}]*\}/;
const patternOf = (parts: readonly string[]) =>
  new RegExp(`^${parts.map((part) => part.replaceAll('.', '\\.')).join('[\\w -]+(?:\\.[\\w -]+)*')}$`);
const patterns = [...strings]
  .filter((text) => text.includes('${') && /^[\w.-]*(\$\{[^}]*\}[\w.-]*)+$/.test(text))
  .map((text) => text.split(VALUE))
  // What is nothing but values would name every key.
  .filter((parts) => /[a-z]{2}/i.test(parts.join('')))
  .map(patternOf);

/** Read as a whole. */
const trees = sources.flatMap(({ text }) =>
  [...text.matchAll(/\(\s*['`]([^'`]+)['`],\s*\{ returnObjects/g)].map(([, tree]) =>
    patternOf((tree ?? '').split(VALUE)),
  ),
);

function isUsed(key: string): boolean {
  const plain = key.replace(PLURAL, '').replace(/_named$/, '');
  return [...prefixes].some((prefix) => {
    if (!plain.startsWith(prefix)) return false;
    const rest = plain.slice(prefix.length);
    if (literals.has(rest) || patterns.some((pattern) => pattern.test(rest))) return true;
    const steps = rest.split('.');
    const above = steps.map((_, i) => steps.slice(0, i).join('.'));
    return trees.some((tree) => above.some((path) => tree.test(path)));
  });
}

it('every text is used somewhere', () => {
  expect([...ALL.en.keys()].filter((key) => !isUsed(key))).toEqual([]);
});

it('sees one that nobody uses', () => {
  expect(isUsed('app.nobodyAsksForThis')).toBe(false);
});
