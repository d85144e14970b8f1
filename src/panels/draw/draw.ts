import type { Panel } from '../shared/panel';
import { DrawPanel } from './DrawPanel';

export const drawPanel: Panel = { id: 'draw', place: 'draw', Component: DrawPanel };
