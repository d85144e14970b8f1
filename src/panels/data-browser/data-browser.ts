import type { Panel } from '../shared/panel';
import { DataBrowser } from './DataBrowser';

export const dataBrowserPanel: Panel = { id: 'data-browser', place: 'results', Component: DataBrowser };
