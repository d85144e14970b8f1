import { expect, it } from 'vitest';
import { latinKey } from '../../../src/ui/latin-key';

it.each([
  ['US', 'z', 'KeyZ', 'z'],
  ['US with Shift', 'Z', 'KeyZ', 'z'],
  ['German, by what is printed on the key', 'z', 'KeyY', 'z'],
  ['French, by what is printed on the key', 'z', 'KeyW', 'z'],
  ['French, whose W is where the Z was', 'w', 'KeyZ', 'w'],
  ['Russian', 'я', 'KeyZ', 'z'],
  ['Russian with Shift', 'Я', 'KeyZ', 'z'],
  ['Greek', 'ζ', 'KeyZ', 'z'],
  ['Hebrew', 'ז', 'KeyZ', 'z'],
  ['Arabic', 'ئ', 'KeyZ', 'z'],
  ['Japanese, through an input method', 'Process', 'KeyZ', 'z'],
  ['Russian, where a bracket stands in the US', 'х', 'BracketLeft', '['],
  ['a bracket by AltGr', '[', 'Digit8', '['],
  ['a key that writes nothing', 'Backspace', 'Backspace', 'backspace'],
  ['a key of no known place', 'ö', '', 'ö'],
] as const)('%s: %s of %s means %s', (_, key, code, meaning) => {
  expect(latinKey({ key, code })).toBe(meaning);
});
