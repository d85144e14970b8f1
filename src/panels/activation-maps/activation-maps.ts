import type { Panel } from '../shared/panel';
import { ActivationMaps } from './ActivationMaps';

export const activationMapsPanel: Panel = {
  id: 'activation-maps',
  place: 'results',
  Component: ActivationMaps,
};
