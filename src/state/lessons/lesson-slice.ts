import type { GivenAnswer, Lesson } from '../../model/lesson';
import type { Settings } from '../../model/settings';
import type { EngineEvent } from '../../protocol/engine-api';
import type { RunId } from '../../protocol/history';
import type { DrawingSlice } from '../drawing/drawing-slice';
import type { OwnDigitsChanged } from '../own-digits/own-digits-slice';
import type { Slice } from '../slice';
import {
  type LessonProgress,
  type LessonSlice,
  type NamedLesson,
  NO_PROGRESS,
  type OpenLesson,
  type StartLesson,
} from './open-lesson';

export type LessonEvent =
  | { readonly type: 'lesson-opened'; readonly lesson: NamedLesson; readonly settings: Settings }
  | { readonly type: 'lesson-left' }
  | { readonly type: 'lesson-answered'; readonly answer: GivenAnswer }
  | { readonly type: 'lesson-reached' }
  | { readonly type: 'pair-named'; readonly pair: NonNullable<OpenLesson['pair']> }
  | { readonly type: 'lesson-drafted'; readonly draft: Lesson | undefined };

type Told = Extract<EngineEvent, { type: 'edited' | 'run-started' | 'run-continued' }>;
type Heeded = LessonEvent | OwnDigitsChanged | Told;

export const lessonSlice: Slice<LessonSlice, Heeded, DrawingSlice> = {
  initial: ({ lesson }) => ({
    lesson: lesson && begun(lesson),
    lessonProgress: {},
    lessonDraft: undefined,
  }),
  on: {
    'lesson-opened': (_, { lesson, settings }) => ({ lesson: begun({ ...lesson, settings }) }),
    'lesson-left': () => ({ lesson: undefined }),
    'lesson-answered': (state, { answer }) => withProgress(state, { answer }),
    'lesson-reached': (state) => withProgress(state, { isReached: true }),
    'pair-named': ({ lesson }, { pair }) => ({ lesson: lesson && { ...lesson, pair } }),
    'lesson-drafted': (_, { draft }) => ({ lessonDraft: draft }),
    'run-started': (state, { run }) => withRun(state, run),
    'run-continued': (state, { run }) => withRun(state, run),
    edited({ lesson }, { edits, before, after }) {
      if (lesson?.lesson.goal.kind !== 'edited' || edits.length > lesson.lesson.goal.edits) return {};
      const lost = before.accuracy - after.accuracy;
      return { lesson: { ...lesson, mostLost: Math.max(lesson.mostLost, lost) } };
    },
    'own-digits-changed'({ lesson, answer, submittedDrawing }, { patch }) {
      const digits = patch.digits;
      if (!lesson || !digits) return {};
      const here = lesson.readRight.filter((id) => digits.some((digit) => digit.id === id));
      const named =
        patch.collected?.drawing === submittedDrawing && digits.find(({ id }) => id === patch.collected?.id);
      if (!named || answer.kind !== 'read') return { lesson: { ...lesson, readRight: here } };
      const read = answer.probabilities.indexOf(Math.max(...answer.probabilities));
      const others = here.filter((id) => id !== named.id);
      return { lesson: { ...lesson, readRight: read === named.label ? [...others, named.id] : others } };
    },
  },
};

const begun = (lesson: StartLesson): OpenLesson => ({
  ...lesson,
  ...{ runs: [], pair: undefined, mostLost: 0, readRight: [] },
});

const withRun = ({ lesson }: LessonSlice, run: RunId): Partial<LessonSlice> =>
  lesson ? { lesson: { ...lesson, runs: [...lesson.runs, run] } } : {};

function withProgress(
  { lesson, lessonProgress }: LessonSlice,
  patch: Partial<LessonProgress>,
): Partial<LessonSlice> {
  if (!lesson) return {};
  const before = lessonProgress[lesson.code] ?? NO_PROGRESS;
  return { lessonProgress: { ...lessonProgress, [lesson.code]: { ...before, ...patch } } };
}
