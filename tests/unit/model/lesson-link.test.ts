import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CONTROL_STATES,
  isRight,
  LESSON_CONTROLS,
  type Lesson,
  lessonSchema,
} from '../../../src/model/lesson';
import { LONGEST_CODE, lessonCode, lessonFromCode } from '../../../src/model/lesson-link';
import { LESSON } from '../../fixtures/lessons';

/** Any text of one to some characters, of any script, that does not begin or end with what is trimmed. */
const words = (most: number) =>
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: Math.floor(most / 8) })
    .map((text) => `a${text}z`)
    .filter((text) => lessonSchema.shape.title.safeParse(text).data === text);
const percent = fc.double({ min: 0, max: 100, noNaN: true }).map((value) => value + 0);
const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

const anyAnswer = fc.oneof(
  fc.record({
    kind: fc.constant('choice'),
    choices: fc.tuple(words(80), words(80)),
    right: optional(fc.nat(1)),
  }),
  fc.record({ kind: fc.constant('number'), right: optional(percent), within: optional(percent) }),
  fc.record({ kind: fc.constant('text'), right: optional(words(80)) }),
);
const anyGoal = fc.oneof(
  fc.record({
    kind: fc.constant('accuracy'),
    part: fc.constantFrom('validation', 'test'),
    atLeast: percent,
    parameters: optional(fc.integer({ min: 1, max: 1e8 })),
    epochs: optional(fc.integer({ min: 1, max: 100 })),
  }),
  fc.constant({ kind: 'confused' }),
  fc.record({ kind: fc.constant('drawn'), digits: fc.integer({ min: 1, max: 100 }) }),
  fc.record({ kind: fc.constant('gap'), atMost: fc.integer({ min: -10, max: 10 }), atLeast: percent }),
  fc.record({
    kind: fc.constant('edited'),
    points: fc.integer({ min: 1, max: 100 }),
    edits: fc.integer({ min: 1, max: 20 }),
  }),
);
const anyLesson = fc.record({
  v: fc.constant(1),
  title: words(80),
  task: words(400),
  configuration: fc.constantFrom('', 'preset=tiny&epochs=2'),
  controls: fc.record({
    others: fc.constantFrom(...CONTROL_STATES),
    except: fc.dictionary(fc.constantFrom(...LESSON_CONTROLS), fc.constantFrom(...CONTROL_STATES), {
      noNullPrototype: true,
    }),
  }),
  panels: optional(fc.uniqueArray(fc.constantFrom('overview', 'filters', 'runs'), { minLength: 1 })),
  question: optional(fc.record({ text: words(200), covers: fc.boolean(), answer: anyAnswer })),
  goal: anyGoal,
  explanation: optional(words(200)),
}) as unknown as fc.Arbitrary<Lesson>;

const plain = (value: unknown) => JSON.parse(JSON.stringify(value));
const codeOf = (value: unknown) => lessonCode(value as Lesson);

describe('the link of a lesson', () => {
  it('carries any lesson there and back, in characters that no address changes', () => {
    fc.assert(
      fc.property(anyLesson, (lesson) => {
        const code = lessonCode(lesson);
        expect(code).toMatch(/^[\w-]+$/);
        if (code.length > LONGEST_CODE) return;
        const read = lessonFromCode(code);
        expect(plain(read)).toEqual({ ok: true, lesson: plain(lesson) });
      }),
    );
  });

  it('answers whatever it is given', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String(), fc.json().map(codeOf)), (code) => {
        expect(lessonFromCode(code)).toMatchObject({ ok: false });
      }),
    );
  });

  it.each([
    ['nothing', '', 'damaged'],
    ['no base64url', 'a lesson!', 'damaged'],
    ['a link that was cut', codeOf(LESSON).slice(0, -40), 'damaged'],
    ['bytes that are no text', btoa('\xff\xfe\xff').replaceAll('/', '_').replaceAll('+', '-'), 'damaged'],
    ['ten thousand characters', 'A'.repeat(10_000), 'too-long'],
    ['another version', codeOf({ ...LESSON, v: 2 }), 'not-a-lesson'],
    ['a field that is unknown', codeOf({ ...LESSON, script: 'alert(1)' }), 'not-a-lesson'],
    ['a prototype', btoa('{"__proto__":{"v":1}}').replaceAll('=', ''), 'not-a-lesson'],
    [
      'a control that is none',
      codeOf({ ...LESSON, controls: { others: 'open', except: { toString: 'locked' } } }),
      'not-a-lesson',
    ],
    ['no title', codeOf({ ...LESSON, title: ' \u202e ' }), 'not-a-lesson'],
    ['a title without end', codeOf({ ...LESSON, title: 'x'.repeat(81) }), 'not-a-lesson'],
    [
      'a goal past all figures',
      codeOf({ ...LESSON, goal: { kind: 'accuracy', part: 'test', atLeast: 101 } }),
      'not-a-lesson',
    ],
    [
      'an answer that is not among the choices',
      codeOf({
        ...LESSON,
        question: { text: 'Q', covers: true, answer: { kind: 'choice', choices: ['a', 'b'], right: 2 } },
      }),
      'not-a-lesson',
    ],
  ])('refuses %s', (_what, code, problem) => {
    expect(lessonFromCode(code)).toEqual({ ok: false, problem });
  });

  it('takes markup as the letters that it is, and what turns text around out', () => {
    const title = '\u202e<img src=x onerror=alert(1)>\u2066\u0007';
    const read = lessonFromCode(codeOf({ ...LESSON, title }));
    expect(read).toMatchObject({ ok: true, lesson: { title: '<img src=x onerror=alert(1)>' } });
  });
});

describe('an answer', () => {
  it('is right or wrong only where one is known to be right', () => {
    const choices = ['a', 'b'];
    expect(isRight({ kind: 'choice', choices, right: 1 }, 1)).toBe(true);
    expect(isRight({ kind: 'choice', choices, right: 1 }, 0)).toBe(false);
    expect(isRight({ kind: 'choice', choices }, 0)).toBeUndefined();
    expect(isRight({ kind: 'text' }, 'anything')).toBeUndefined();
  });

  it('is right as a number within what is allowed', () => {
    const answer = { kind: 'number', right: 0.3, within: 0.1 } as const;
    expect([0.2, 0.4, 0.41, 0.19].map((given) => isRight(answer, given))).toEqual([true, true, false, false]);
    expect(isRight({ kind: 'number', right: 5 }, 5.5)).toBe(false);
  });

  it('is right in words whatever their case and spaces', () => {
    expect(isRight({ kind: 'text', right: 'The learning rate' }, ' the  LEARNING rate')).toBe(true);
    expect(isRight({ kind: 'text', right: 'dropout' }, 'drop out')).toBe(false);
  });
});
