import type { ResultPanel } from '../shared/panel';
import { Runs } from './Runs';

export const runsPanel: ResultPanel = {
  id: 'runs',
  place: 'results',
  group: 'runs',
  Component: Runs,
};
