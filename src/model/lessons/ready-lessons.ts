import { type Lesson, lessonSchema } from '../lesson';
import { dropout } from './dropout';
import { filters } from './filters';
import { learningRate } from './learning-rate';
import type { LessonData } from './lesson-data';
import { ownDigits } from './own-digits';
import { sigmoid } from './sigmoid';

/** To add one: a file beside this, a line here under the word that its address has, and its texts in the language files. */
const LESSONS = {
  filters,
  'learning-rate': learningRate,
  dropout,
  'own-digits': ownDigits,
  sigmoid,
} as const satisfies Record<string, LessonData>;

export type ReadyLessonId = keyof typeof LESSONS;
/** In the order in which they are offered. */
export const READY_LESSONS = Object.keys(LESSONS) as readonly ReadyLessonId[];

export const isReadyLesson = (code: string): code is ReadyLessonId => READY_LESSONS.some((id) => id === code);

/** What the language files say of a ready lesson. */
export interface LessonTexts {
  readonly title: string;
  readonly task: string;
  readonly question: string;
  /** Where the answer is one of some. */
  readonly choices?: readonly string[];
  readonly explanation: string;
}

/** @throws where the texts don't fit: a test reads all of them */
export function lessonWith(id: ReadyLessonId, { question, choices, ...texts }: LessonTexts): Lesson {
  const { covers, answer, ...data }: LessonData = LESSONS[id];
  return lessonSchema.parse({
    v: 1,
    ...texts,
    ...data,
    question: { text: question, covers, answer: answer.kind === 'choice' ? { ...answer, choices } : answer },
  });
}
