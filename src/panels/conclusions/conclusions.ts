import type { ResultPanel } from '../shared/panel';
import { Conclusions } from './Conclusions';

export const conclusionsPanel: ResultPanel = {
  id: 'conclusions',
  place: 'results',
  group: 'results',
  Component: Conclusions,
};
