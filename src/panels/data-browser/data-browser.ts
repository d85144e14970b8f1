import type { ResultPanel } from '../shared/panel';
import { DataBrowser } from './DataBrowser';

export const dataBrowserPanel: ResultPanel = {
  id: 'data-browser',
  place: 'results',
  group: 'data',
  Component: DataBrowser,
};
