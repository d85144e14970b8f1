import type { Panel } from '../panel';
import { TestImage } from './TestImage';

export const testImagePanel: Panel = { id: 'test-image', place: 'results', Component: TestImage };
