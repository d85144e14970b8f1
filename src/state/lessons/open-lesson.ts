import type { GivenAnswer, Lesson } from '../../model/lesson';
import type { Settings } from '../../model/settings';
import type { RunId } from '../../protocol/history';

/** A lesson, and how it stands in an address: a word for a ready one, else all of it. */
export interface NamedLesson {
  readonly lesson: Lesson;
  readonly code: string;
}

/** What a visit begins with. */
export interface StartLesson extends NamedLesson {
  /** All of them, as the lesson sets them. */
  readonly settings: Settings;
}

/** The lesson that the page shows, and what has come of it since it was opened. */
export interface OpenLesson extends StartLesson {
  /** Those count that were trained here meanwhile, not those from files or of other tabs. */
  readonly runs: readonly RunId[];
  /** The two digits that were named as the most confused, and whether they were. */
  readonly pair: { readonly digits: readonly [number, number]; readonly isRight: boolean } | undefined;
  /** By edits, as few as the goal allows: share of the validation images, at most so far. */
  readonly mostLost: number;
  /** Ids of the own digits that were read right when they were named. */
  readonly readRight: readonly string[];
}

/** What stays of a lesson for the visit. */
export interface LessonProgress {
  readonly answer: GivenAnswer | undefined;
  readonly isReached: boolean;
}

export const NO_PROGRESS: LessonProgress = { answer: undefined, isReached: false };

export interface LessonSlice {
  readonly lesson: OpenLesson | undefined;
  /** By their codes. */
  readonly lessonProgress: Readonly<Record<string, LessonProgress>>;
  /** What a teacher is writing, as long as the page is open; undefined before the first word. */
  readonly lessonDraft: Lesson | undefined;
}
