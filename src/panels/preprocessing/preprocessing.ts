import type { SidePanel } from '../shared/panel';
import { PreprocessingPanel } from './PreprocessingPanel';

export const preprocessingPanel: SidePanel = {
  id: 'preprocessing',
  place: 'draw',
  Component: PreprocessingPanel,
};
