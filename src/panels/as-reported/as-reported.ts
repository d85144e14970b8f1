import type { Panel } from '../shared/panel';
import { AsReported } from './AsReported';

export const asReportedPanel: Panel = { id: 'as-reported', place: 'results', Component: AsReported };
