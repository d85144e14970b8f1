import type { ResultPanel } from '../shared/panel';
import { ActivationMaps } from './ActivationMaps';

export const activationMapsPanel: ResultPanel = {
  id: 'activation-maps',
  place: 'results',
  group: 'inside',
  Component: ActivationMaps,
};
