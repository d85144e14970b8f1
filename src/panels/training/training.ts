import type { Panel } from '../shared/panel';
import { TrainingPanel } from './TrainingPanel';

export const trainingPanel: Panel = { id: 'training', place: 'setup', Component: TrainingPanel };
