import type { ResultPanel } from '../shared/panel';
import { LearningCurves } from './LearningCurves';

export const learningCurvesPanel: ResultPanel = {
  id: 'learning-curves',
  place: 'results',
  group: 'results',
  Component: LearningCurves,
};
