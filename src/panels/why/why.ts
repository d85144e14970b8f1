import type { Panel } from '../panel';
import { Why } from './Why';

export const whyPanel: Panel = { id: 'why', place: 'results', Component: Why };
