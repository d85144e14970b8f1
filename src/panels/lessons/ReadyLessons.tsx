import { useTranslation } from 'react-i18next';
import { READY_LESSONS, type ReadyLessonId } from '../../model/lessons/ready-lessons';
import { Button } from '../../ui/Button';
import { useActions, useLab } from '../shared/use-lab';
import { useGoalText } from './goal-text';
import styles from './Lessons.module.css';
import { readyLesson } from './ready-lesson';

export function ReadyLessons() {
  return (
    <ul className={styles.lessons}>
      {READY_LESSONS.map((id) => (
        <ReadyLesson key={id} id={id} />
      ))}
    </ul>
  );
}

function ReadyLesson({ id }: { readonly id: ReadyLessonId }) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.lessons.panel' });
  const lesson = readyLesson(id);
  const { title, goal } = lesson;
  const goalText = useGoalText(goal);
  const isDone = useLab((state) => state.lessonProgress[id]?.isReached === true);
  const { openLesson, draftLesson } = useActions();
  return (
    <li>
      <div>
        <b>{title}</b> {isDone && <span className={styles.done}>{t('done')}</span>}
        <p>{goalText}</p>
      </div>
      <Button
        aria-label={t('openNamed', { title })}
        onPress={(press) => {
          // The panel goes, since the lesson does not offer it.
          press.currentTarget.closest('main')?.focus();
          window.scrollTo({ top: 0 });
          openLesson({ lesson, code: id });
        }}
      >
        {t('open')}
      </Button>
      <Button aria-label={t('changeNamed', { title })} onPress={() => draftLesson(lesson)}>
        {t('change')}
      </Button>
    </li>
  );
}
