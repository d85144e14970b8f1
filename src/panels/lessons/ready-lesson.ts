import i18next from 'i18next';
import type { Lesson } from '../../model/lesson';
import { type LessonTexts, lessonWith, type ReadyLessonId } from '../../model/lessons/ready-lessons';

/** A ready lesson in the language of the page, whose later texts are there. */
export function readyLesson(id: ReadyLessonId): Lesson {
  const texts: LessonTexts = i18next.t(`panels.lessons.ready.${id}`, { returnObjects: true });
  return lessonWith(id, texts);
}
