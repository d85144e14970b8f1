import type { SidePanel } from '../shared/panel';
import { RunResult } from './RunResult';

export const runResultPanel: SidePanel = { id: 'run-result', place: 'overview', Component: RunResult };
