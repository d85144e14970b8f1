import type { Panel } from '../shared/panel';
import { LearningCurves } from './LearningCurves';

export const learningCurvesPanel: Panel = {
  id: 'learning-curves',
  place: 'results',
  overview: 'half',
  Component: LearningCurves,
};
