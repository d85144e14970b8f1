import type { Panel } from '../shared/panel';
import { Conclusions } from './Conclusions';

export const conclusionsPanel: Panel = {
  id: 'conclusions',
  place: 'results',
  overview: 'half',
  Component: Conclusions,
};
