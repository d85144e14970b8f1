import type { Panel } from '../panel';
import { ProjectionPanel } from './ProjectionPanel';

export const projectionPanel: Panel = {
  id: 'projection',
  place: 'results',
  Component: ProjectionPanel,
};
