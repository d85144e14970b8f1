import type { Panel } from '../shared/panel';
import { Interventions } from './Interventions';

export const interventionsPanel: Panel = {
  id: 'interventions',
  place: 'results',
  Component: Interventions,
};
