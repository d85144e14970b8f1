import type { SidePanel } from '../shared/panel';
import { DrawPanel } from './DrawPanel';

export const drawPanel: SidePanel = { id: 'draw', place: 'draw', Component: DrawPanel };
