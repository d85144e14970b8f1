import type { Panel } from '../shared/panel';
import { ProjectionPanel } from './ProjectionPanel';

export const projectionPanel: Panel = {
  id: 'projection',
  place: 'results',
  Component: ProjectionPanel,
};
