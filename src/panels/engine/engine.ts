import type { SidePanel } from '../shared/panel';
import { EnginePanel } from './EnginePanel';

export const enginePanel: SidePanel = { id: 'engine', place: 'setup', Component: EnginePanel };
