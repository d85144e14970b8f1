import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { goalProgress } from '../../state/lessons/goal-progress';
import { isCovered, progressOf } from '../../state/lessons/lesson-selectors';
import { Button } from '../../ui/Button';
import { useActions, useLab } from '../shared/use-lab';
import { Goal } from './Goal';
import styles from './LessonBar.module.css';
import { Question } from './Question';

/** The lesson that is open: what to do, the question, the goal and how far it is, and what was learnt. */
export function LessonBar() {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.lessons.bar' });
  const lesson = useLab((state) => state.lesson?.lesson);
  const isReached = useIsReached();
  const isAnswered = useLab((state) => progressOf(state).answer !== undefined);
  const covered = useLab(isCovered);
  const isDraft = useLab((state) => state.lessonDraft !== undefined);
  const { leaveLesson, open } = useActions();
  if (!lesson) return null;
  const { title, task, question, explanation } = lesson;
  const isFinished = isReached && (isAnswered || !question);
  return (
    <section className={styles.bar} aria-label={t('label')} data-finished={isFinished || undefined}>
      <div className={styles.head}>
        <h2 dir="auto">{title}</h2>
        <Button
          onPress={(press) => {
            // The button goes with its bar; the focus stays in the page's content.
            press.currentTarget.closest('main')?.focus({ preventScroll: true });
            leaveLesson();
            // Back to where it is being written.
            if (isDraft) open('lessons');
          }}
        >
          {t('leave')}
        </Button>
      </div>
      <div className={styles.body}>
        <div className={styles.aim}>
          <p className={styles.task} dir="auto">
            {task}
          </p>
          <Goal goal={lesson.goal} isCovered={covered} />
        </div>
        {question && <Question key={question.text} question={question} isFinished={isFinished} />}
      </div>
      {isFinished && (
        <div className={styles.learnt} role="status">
          <b>{t('finished')}</b>
          {explanation && <p dir="auto">{explanation}</p>}
        </div>
      )}
    </section>
  );
}

/** Whether the goal is or was reached; once it is, that is kept. */
function useIsReached(): boolean {
  const isReached = useLab((state) => goalProgress(state)?.isReached === true);
  const isKept = useLab((state) => progressOf(state).isReached);
  const { reachGoal } = useActions();
  useEffect(() => {
    if (isReached && !isKept) reachGoal();
  }, [isReached, isKept, reachGoal]);
  return isReached;
}
