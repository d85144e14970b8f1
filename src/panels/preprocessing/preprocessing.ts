import type { Panel } from '../shared/panel';
import { PreprocessingPanel } from './PreprocessingPanel';

export const preprocessingPanel: Panel = {
  id: 'preprocessing',
  place: 'draw',
  Component: PreprocessingPanel,
};
