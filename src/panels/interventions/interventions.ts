import type { ResultPanel } from '../shared/panel';
import { Interventions } from './Interventions';

export const interventionsPanel: ResultPanel = {
  id: 'interventions',
  place: 'results',
  group: 'inside',
  Component: Interventions,
};
