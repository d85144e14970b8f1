import type { ControlState, Lesson } from '../../model/lesson';
import type { DatasetId, SettingName, Settings } from '../../model/settings';
import type { PanelId } from '../selection/panel-id';
import { type LessonProgress, type LessonSlice, NO_PROGRESS } from './open-lesson';

type InLesson = Pick<LessonSlice, 'lesson'>;

/** Whether a person may change a setting, and see it. */
export const controlState = ({ lesson }: InLesson, name: SettingName): ControlState =>
  lesson ? controlOf(lesson.lesson, name) : 'open';

export const controlOf = ({ controls: { except, others } }: Lesson, name: SettingName): ControlState =>
  except[name] ?? others;

export const areHidden = (state: InLesson, names: readonly SettingName[]): boolean =>
  names.every((name) => controlState(state, name) === 'hidden');

/** What of a change a person may make: all of it where there is no lesson. */
export function openPatch<Patch extends Partial<Settings>>(state: InLesson, patch: Patch): Partial<Patch> {
  if (!state.lesson) return patch;
  const open = Object.entries(patch).filter(([name]) => controlState(state, name as SettingName) === 'open');
  return Object.fromEntries(open) as Partial<Patch>;
}

/** Whether a person may take these data into use; those of the lesson always, since they may be still missing. */
export const mayChooseData = (state: InLesson, id: DatasetId): boolean =>
  controlState(state, 'dataset') === 'open' || state.lesson?.settings.dataset === id;

/** What a lesson that names no panels leaves out: a way to other lessons, and to other settings by themselves. */
const NOT_BY_ITSELF = ['lessons', 'sweeps', 'library', 'take-away'] as const satisfies readonly PanelId[];

/** Whether a panel of results is there at all. */
export const offersPanel = ({ lesson }: InLesson, panel: PanelId): boolean =>
  offeredPanel(lesson?.lesson, panel) === panel;

/** The panel of that name, or in its place the first that a lesson offers. */
export function offeredPanel(lesson: Lesson | undefined, panel: PanelId): PanelId {
  const offered = lesson?.panels as readonly PanelId[] | undefined;
  if (offered) return offered.includes(panel) ? panel : (offered[0] ?? 'overview');
  return lesson && NOT_BY_ITSELF.some((one) => one === panel) ? 'overview' : panel;
}

export const progressOf = ({ lesson, lessonProgress }: LessonSlice): LessonProgress =>
  (lesson && lessonProgress[lesson.code]) ?? NO_PROGRESS;

/** The results are not shown before the lesson's question is answered. */
export const isCovered = (state: LessonSlice): boolean =>
  state.lesson?.lesson.question?.covers === true && progressOf(state).answer === undefined;
