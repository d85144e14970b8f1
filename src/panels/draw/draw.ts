import type { Panel } from '../panel';
import { DrawPanel } from './DrawPanel';

export const drawPanel: Panel = { id: 'draw', place: 'draw', Component: DrawPanel };
