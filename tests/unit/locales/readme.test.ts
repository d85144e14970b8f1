import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/* Who reads one of them is told the same as who reads another: line by line. */

const read = (name: string) => readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8').split('\n');
const english = read('README.md');

/** What is typed: blocks of code line by line, and code within lines. */
const commandsOf = (lines: readonly string[]) => {
  let isCode = false;
  return lines.map((line) => {
    if (line.startsWith('```')) isCode = !isCode;
    return isCode ? [line] : [...line.matchAll(/`[^`]+`/g)].map(String).toSorted();
  });
};

/** As English writes them, of the text around the code. */
const numbersOf = (line: string, isEnglish: boolean) => {
  const text = line
    .replace(/`[^`]*`/g, '')
    .replace(isEnglish ? /(\d),(?=\d{3})/g : /(\d)\u00a0(?=\d{3})/g, '$1');
  const pointed = isEnglish ? text : text.replace(/(\d),(?=\d)/g, '$1.');
  return (pointed.match(/\d+(?:\.\d+)*/g) ?? []).toSorted();
};

/** Where a line leads, and how many cells it has. */
const linksOf = (line: string) => [...line.matchAll(/\]\(([^)]+)\)/g)].map(([, to]) => to);
const cellsOf = (line: string) => (line.startsWith('|') ? line.split('|').length : 0);

describe.each(['README.ru.md', 'README.uk.md'])('%s', (name) => {
  const lines = read(name);

  it('has the lines of English, with the same commands', () => {
    expect(lines.length).toBe(english.length);
    expect(commandsOf(lines)).toEqual(commandsOf(english));
  });

  it('has the figures of English, in text and tables', () => {
    expect(lines.map((line) => numbersOf(line, false))).toEqual(english.map((line) => numbersOf(line, true)));
    expect(lines.map(cellsOf)).toEqual(english.map(cellsOf));
  });

  it('leads to the same places, but for the other languages', () => {
    const beyondTitle = (all: readonly string[]) => all.slice(2).map(linksOf);
    expect(beyondTitle(lines)).toEqual(beyondTitle(english));
  });
});
