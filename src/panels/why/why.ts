import type { ResultPanel } from '../shared/panel';
import { Why } from './Why';

export const whyPanel: ResultPanel = { id: 'why', place: 'results', group: 'inside', Component: Why };
