import type { Panel } from '../panel';
import { EnginePanel } from './EnginePanel';

export const enginePanel: Panel = { id: 'engine', place: 'setup', Component: EnginePanel };
