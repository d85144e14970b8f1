import type { Panel } from '../shared/panel';
import { Why } from './Why';

export const whyPanel: Panel = { id: 'why', place: 'results', Component: Why };
