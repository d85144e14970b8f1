import type { Panel } from '../shared/panel';
import { EnginePanel } from './EnginePanel';

export const enginePanel: Panel = { id: 'engine', place: 'setup', Component: EnginePanel };
