import type { SidePanel } from '../shared/panel';
import { Augmentation } from './Augmentation';

export const augmentationPanel: SidePanel = { id: 'augmentation', place: 'setup', Component: Augmentation };
