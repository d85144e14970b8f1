import type { Panel } from '../panel';
import { TrainingPanel } from './TrainingPanel';

export const trainingPanel: Panel = { id: 'training', place: 'setup', Component: TrainingPanel };
