import type { Panel } from '../shared/panel';
import { TestImage } from './TestImage';

export const testImagePanel: Panel = { id: 'test-image', place: 'results', Component: TestImage };
