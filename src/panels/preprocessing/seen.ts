import type { Panel } from '../shared/panel';
import { SeenPanel } from './SeenPanel';

export const seenPanel: Panel = { id: 'seen', place: 'draw', Component: SeenPanel };
