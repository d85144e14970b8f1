import type { Lesson, LessonAnswer } from '../lesson';

/** What a ready lesson is, but for its texts, which the language files have. */
export interface LessonData extends Pick<Lesson, 'configuration' | 'controls' | 'panels' | 'goal'> {
  /** Whether the results stay covered until its question is answered. */
  readonly covers: boolean;
  /** Of a choice, how many there are is said by the texts. */
  readonly answer:
    | Exclude<LessonAnswer, { kind: 'choice' }>
    | Omit<Extract<LessonAnswer, { kind: 'choice' }>, 'choices'>;
}
