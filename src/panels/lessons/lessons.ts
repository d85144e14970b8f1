import { lazyPanel } from '../shared/lazy-panel';
import type { ResultPanel, SidePanel } from '../shared/panel';
import { LessonPlace } from './LessonPlace';

/** For teachers: the ready lessons, and the making of others. */
export const lessonsPanel: ResultPanel = {
  id: 'lessons',
  place: 'results',
  group: 'runs',
  Component: lazyPanel(async () => (await import('./Lessons')).Lessons),
};

/** For students: the lesson that is open. */
export const lessonPanel: SidePanel = { id: 'lesson', place: 'top', Component: LessonPlace };
