import type { ResultPanel } from '../shared/panel';
import { ProjectionPanel } from './ProjectionPanel';

export const projectionPanel: ResultPanel = {
  id: 'projection',
  place: 'results',
  group: 'inside',
  Component: ProjectionPanel,
};
