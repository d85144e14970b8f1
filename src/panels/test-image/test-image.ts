import type { ResultPanel } from '../shared/panel';
import { TestImage } from './TestImage';

export const testImagePanel: ResultPanel = {
  id: 'test-image',
  place: 'results',
  group: 'data',
  Component: TestImage,
};
