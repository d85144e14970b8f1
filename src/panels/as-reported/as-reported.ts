import type { ResultPanel } from '../shared/panel';
import { AsReported } from './AsReported';

export const asReportedPanel: ResultPanel = {
  id: 'as-reported',
  place: 'results',
  group: 'runs',
  Component: AsReported,
};
