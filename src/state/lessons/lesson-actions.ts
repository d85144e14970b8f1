import { settingsFromAddress } from '../../model/address';
import type { GivenAnswer, Lesson } from '../../model/lesson';
import { effectOf, type SettingName, type Settings } from '../../model/settings';
import type { ActionContext, Controller } from '../controller';
import type { SettingsChanged } from '../settings/settings-slice';
import type { LessonEvent } from './lesson-slice';
import type { LessonSlice, NamedLesson, OpenLesson } from './open-lesson';

interface LessonActions {
  /** Puts the settings of a lesson into the controls, and holds on to those that it locks or hides. */
  openLesson(lesson: NamedLesson): void;
  /** The lab as usual; the settings stay as they are. */
  leaveLesson(): void;
  /** Of the open lesson's question. */
  answerLesson(answer: GivenAnswer): void;
  /** The goal of the open lesson was reached: it stays so for the visit. */
  reachGoal(): void;
  /** Names two digits as the most confused. */
  namePair(pair: NonNullable<OpenLesson['pair']>): void;
  /** Keeps what a teacher has written; undefined puts it away. */
  draftLesson(draft: Lesson | undefined): void;
}

type Dispatched = LessonEvent | SettingsChanged;

export const controlLessons = ({
  state,
  dispatch,
}: ActionContext<LessonSlice, Dispatched>): Controller<LessonActions> => ({
  actions: {
    openLesson(lesson) {
      // What another one holds on to would not change.
      if (state().lesson) dispatch({ type: 'lesson-left' });
      const { settings } = settingsFromAddress(lesson.lesson.configuration);
      dispatch({ type: 'settings-changed', patch: broughtBy(settings) });
      dispatch({ type: 'lesson-opened', lesson, settings });
    },
    leaveLesson: () => dispatch({ type: 'lesson-left' }),
    answerLesson: (answer) => dispatch({ type: 'lesson-answered', answer }),
    reachGoal: () => dispatch({ type: 'lesson-reached' }),
    namePair: (pair) => dispatch({ type: 'pair-named', pair }),
    draftLesson: (draft) => dispatch({ type: 'lesson-drafted', draft }),
  },
});

/** Where a network is computed is the machine's own matter, and files only a person can bring. */
function broughtBy(settings: Settings): Partial<Settings> {
  const brought = Object.entries(settings).filter(
    ([name, value]) => effectOf(name as SettingName) !== 'place' && value !== 'files',
  );
  return Object.fromEntries(brought);
}
