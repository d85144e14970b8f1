import type { Panel } from '../shared/panel';
import { ClassificationReport } from './ClassificationReport';

export const classificationReportPanel: Panel = {
  id: 'classification-report',
  place: 'results',
  Component: ClassificationReport,
};
