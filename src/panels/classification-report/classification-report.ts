import type { ResultPanel } from '../shared/panel';
import { ClassificationReport } from './ClassificationReport';

export const classificationReportPanel: ResultPanel = {
  id: 'classification-report',
  place: 'results',
  group: 'results',
  Component: ClassificationReport,
};
