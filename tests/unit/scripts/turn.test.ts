import { expect, it } from 'vitest';
import { Turn } from '../../../scripts/test-run/turn.mjs';

it('holds what is printed until it is its turn, then prints it in order and the rest at once', () => {
  const printed: string[] = [];
  const turn = new Turn((text) => printed.push(text));
  turn.write('first ');
  turn.say('line');
  expect(printed).toEqual([]);
  turn.open();
  expect(printed.join('')).toBe('first line\n');
  turn.say('at once');
  expect(printed.join('')).toBe('first line\nat once\n');
});
