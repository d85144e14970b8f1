import type { SidePanel } from '../shared/panel';
import { TrainingPanel } from './TrainingPanel';

export const trainingPanel: SidePanel = { id: 'training', place: 'setup', Component: TrainingPanel };
