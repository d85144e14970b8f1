import type { Panel } from '../panel';
import { OwnDigits } from './OwnDigits';

export const ownDigitsPanel: Panel = { id: 'own-digits', place: 'results', Component: OwnDigits };
