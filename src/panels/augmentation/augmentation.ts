import type { Panel } from '../shared/panel';
import { Augmentation } from './Augmentation';

export const augmentationPanel: Panel = { id: 'augmentation', place: 'setup', Component: Augmentation };
