import type { Panel } from '../shared/panel';
import { OwnDigits } from './OwnDigits';

export const ownDigitsPanel: Panel = { id: 'own-digits', place: 'results', Component: OwnDigits };
