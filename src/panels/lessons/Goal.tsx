import { useTranslation } from 'react-i18next';
import type { LessonGoal } from '../../model/lesson';
import { type GoalProgress, goalProgress } from '../../state/lessons/goal-progress';
import { useLab } from '../shared/use-lab';
import { useGoalText, useProgressText } from './goal-text';
import styles from './LessonBar.module.css';
import { PairForm } from './PairForm';

interface GoalProps {
  readonly goal: LessonGoal;
  /** Then nothing is said of figures. */
  readonly isCovered: boolean;
}

/** What is to be reached, and how far it is. */
export function Goal({ goal, isCovered }: GoalProps) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.lessons.bar' });
  const text = useGoalText(goal);
  // As a text: a new object after each event would be rendered each time.
  const told = useLab((state) => JSON.stringify(goalProgress(state)));
  const progress = JSON.parse(told) as GoalProgress;
  const figure = useProgressText(progress);
  const { isReached } = progress;
  return (
    <>
      <div className={styles.goal}>
        <span>
          <b>{t('goal')}</b> {text}
        </span>
        <span
          role="status"
          aria-label={t('goalState')}
          className={styles.state}
          data-reached={isReached || undefined}
        >
          {isReached ? t('reached') : t('notYet')}
          {!isCovered && figure && ` ${figure}`}
        </span>
      </div>
      {goal.kind === 'confused' && !isReached && !isCovered && <PairForm />}
    </>
  );
}
