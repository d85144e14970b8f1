import { useTranslation } from 'react-i18next';
import type { LessonGoal } from '../../model/lesson';
import type { GoalProgress } from '../../state/lessons/goal-progress';
import { formatCount, formatNumber, formatShare, formatSignificant } from '../../ui/format';
import { useClassNames } from '../shared/use-class-names';

/** What is to be reached, in words. */
export function useGoalText(goal: LessonGoal): string {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.lessons.goal' });
  const number = (value: number) => formatSignificant(value, i18n.language, 6);
  switch (goal.kind) {
    case 'accuracy': {
      const { part, atLeast, parameters, epochs } = goal;
      const limits = [
        ...(parameters === undefined
          ? []
          : [t('parameters', { most: formatCount(parameters, i18n.language) })]),
        ...(epochs === undefined ? [] : [t('epochs', { count: epochs })]),
      ];
      return [t(`accuracy.${part}`, { share: number(atLeast) }), ...limits].join(', ');
    }
    case 'confused':
      return t('confused');
    case 'drawn':
      return t('drawn', { count: goal.digits });
    case 'gap':
      return t('gap', { most: number(goal.atMost), share: number(goal.atLeast) });
    case 'edited':
      return t('edited', { count: goal.edits, points: number(goal.points) });
    default:
      return goal satisfies never;
  }
}

/** The figure by which it is reached or not; empty before there is one. */
export function useProgressText(progress: GoalProgress): string {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.lessons.progress' });
  const names = useClassNames();
  const { language } = i18n;
  switch (progress.kind) {
    case 'accuracy': {
      const { best } = progress;
      if (!best) return t('noRun');
      const figures = {
        run: best.number,
        accuracy: formatShare(best.accuracy, language, 2),
        parameters: formatCount(best.parameters, language),
        count: best.epochs,
      };
      return t(best.isWithinLimits ? 'accuracy' : 'beyondLimits', figures);
    }
    case 'confused': {
      const { named, canJudge } = progress;
      if (!named) return canJudge ? '' : t('nothingRead');
      return t('named', { one: names[named[0]] ?? '', other: names[named[1]] ?? '' });
    }
    case 'drawn':
      return t('drawn', { right: progress.right });
    case 'gap': {
      const { best } = progress;
      if (!best) return t('noWholeRun');
      return t('gap', {
        gap: formatNumber(best.gap, language, 3),
        accuracy: formatShare(best.accuracy, language, 1),
      });
    }
    case 'edited':
      return t('edited', { lost: formatNumber(progress.lost, language, 1) });
    default:
      return progress satisfies never;
  }
}
