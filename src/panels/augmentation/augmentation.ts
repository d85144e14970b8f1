import type { Panel } from '../panel';
import { Augmentation } from './Augmentation';

export const augmentationPanel: Panel = { id: 'augmentation', place: 'setup', Component: Augmentation };
