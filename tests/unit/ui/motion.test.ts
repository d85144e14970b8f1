import { expect, test } from 'vitest';
import { codeFiles } from '../architecture/sources';

const MOVES = {
  css: /^\s*(animation|animation-name|transition|scroll-behavior):(?!\s*(none|auto))/m,
  code: /behavior: 'smooth'|\.animate\(|\btransition: \{/,
};

/** What moves, in the page's own sources. */
const moving = codeFiles().filter(
  ({ file, text }) => file.startsWith('src/') && (file.endsWith('.css') ? MOVES.css : MOVES.code).test(text),
);

test('something moves, so that this can fail', () => {
  expect(moving.length).toBeGreaterThan(0);
});

test.each(moving)('$file asks whether motion is to be reduced', ({ text }) => {
  expect(text).toContain('prefers-reduced-motion');
});
