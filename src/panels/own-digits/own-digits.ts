import type { ResultPanel } from '../shared/panel';
import { OwnDigits } from './OwnDigits';

export const ownDigitsPanel: ResultPanel = {
  id: 'own-digits',
  place: 'results',
  group: 'data',
  Component: OwnDigits,
};
