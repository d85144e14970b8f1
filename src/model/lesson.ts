import { z } from 'zod';
import { type SettingName, settingsSchema } from './settings';

/**
 * A task for a class, as data: the settings that it begins with, what a student may change, a question to answer before
 * the results are shown, and a goal that the page checks. All of its texts are shown as they stand, never as markup.
 */

/** What can be locked or hidden: the settings, by their names. */
export const LESSON_CONTROLS = Object.keys(settingsSchema.shape) as readonly SettingName[];

/** `locked`: in sight, but set by the lesson; `hidden`: set by the lesson and not in sight. */
export const CONTROL_STATES = ['open', 'locked', 'hidden'] as const;
export type ControlState = (typeof CONTROL_STATES)[number];

/** Characters. */
export const LESSON_LIMITS = {
  title: 80,
  task: 500,
  question: 300,
  choice: 120,
  explanation: 900,
  configuration: 1000,
} as const;
export const CHOICES_LIMITS = [2, 6] as const;

/**
 * Without what is not to be seen and acts on the text around it: control characters and directions that are forced
 * (Unicode's bidirectional overrides, embeddings and isolates). Directions of right-to-left writing itself stay.
 */
const tidy = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what has to go
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .trim();

const text = (most: number) => z.string().max(most).overwrite(tidy).min(1);

const percent = z.number().min(0).max(100);

const answerSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('choice'),
    choices: z.array(text(LESSON_LIMITS.choice)).min(CHOICES_LIMITS[0]).max(CHOICES_LIMITS[1]),
    /** From 0; undefined where none is right: the page only wants to be guessed about. */
    right: z.int().min(0).optional(),
  }),
  z.strictObject({
    kind: z.literal('number'),
    right: z.number().min(-1e9).max(1e9).optional(),
    /** How far from it an answer still is right. */
    within: z.number().min(0).max(1e9).optional(),
  }),
  z.strictObject({ kind: z.literal('text'), right: text(LESSON_LIMITS.choice).optional() }),
]);

const questionSchema = z.strictObject({
  text: text(LESSON_LIMITS.question),
  /** Whether the results stay covered until it is answered. */
  covers: z.boolean(),
  answer: answerSchema.refine(
    (answer) => answer.kind !== 'choice' || (answer.right ?? 0) < answer.choices.length,
  ),
});

/** What the page can check by itself, of runs that have what the lesson sets. */
const goalSchema = z.discriminatedUnion('kind', [
  /** A run reads so many of the images right. */
  z.strictObject({
    kind: z.literal('accuracy'),
    part: z.enum(['validation', 'test']),
    atLeast: percent,
    /** Of the network, at most. */
    parameters: z.int().min(1).max(1e8).optional(),
    /** That the run has trained, at most. */
    epochs: z.int().min(1).max(100).optional(),
  }),
  /** The student names the two digits that are taken for each other most often. */
  z.strictObject({ kind: z.literal('confused') }),
  /** So many drawings of the student's own are read right, as he or she says. */
  z.strictObject({ kind: z.literal('drawn'), digits: z.int().min(1).max(100) }),
  /** After a whole run the validation loss is above that of the last epoch's training by so much at most. */
  z.strictObject({
    kind: z.literal('gap'),
    atMost: z.number().min(-10).max(10),
    /** Validation accuracy, so that a network that has learnt nothing is none. */
    atLeast: percent,
  }),
  /** With so few filters or units switched off or changed by hand, so many points of accuracy are lost. */
  z.strictObject({
    kind: z.literal('edited'),
    points: z.number().min(0.1).max(100),
    edits: z.int().min(1).max(20),
  }),
]);

/** No record: the page would load that kind of schema from the start, since all of its schemas share one module. */
const exceptSchema = z.strictObject(
  Object.fromEntries(LESSON_CONTROLS.map((name) => [name, z.enum(CONTROL_STATES).optional()])) as Record<
    SettingName,
    z.ZodOptional<z.ZodEnum<{ [State in ControlState]: State }>>
  >,
);

export const lessonSchema = z.strictObject({
  /** Of this format. */
  v: z.literal(1),
  title: text(LESSON_LIMITS.title),
  task: text(LESSON_LIMITS.task),
  /** The settings that it begins with, as in an address: `preset=homework-mlp&epochs=2`. */
  configuration: z.string().max(LESSON_LIMITS.configuration),
  controls: z.strictObject({
    /** Of all that are not named. */
    others: z.enum(CONTROL_STATES),
    except: exceptSchema,
  }),
  /** The panels of results that are offered, by the words of the address; undefined for all. Unknown ones are left out. */
  panels: z
    .array(z.string().regex(/^[a-z-]{1,40}$/))
    .min(1)
    .max(40)
    .optional(),
  question: questionSchema.optional(),
  goal: goalSchema,
  /** What was learnt: shown when the goal is reached. */
  explanation: text(LESSON_LIMITS.explanation).optional(),
});

export type Lesson = z.infer<typeof lessonSchema>;
export type LessonGoal = Lesson['goal'];
export type GoalKind = LessonGoal['kind'];
export type LessonQuestion = NonNullable<Lesson['question']>;
export type LessonAnswer = LessonQuestion['answer'];

/** A number of a choice from 0, a number, or some words. */
export type GivenAnswer = number | string;

/** Whether an answer is right; undefined where none is. Words are compared without regard to case and spaces. */
export function isRight(answer: LessonAnswer, given: GivenAnswer): boolean | undefined {
  if (answer.right === undefined) return undefined;
  switch (answer.kind) {
    case 'choice':
      return given === answer.right;
    case 'number':
      // A hair more, for what decimal fractions lose.
      return Math.abs(Number(given) - answer.right) <= (answer.within ?? 0) + 1e-9;
    case 'text':
      return bare(String(given)) === bare(answer.right);
    default:
      return answer satisfies never;
  }
}

const bare = (words: string) => words.toLocaleLowerCase('en').replace(/\s+/g, ' ').trim();
