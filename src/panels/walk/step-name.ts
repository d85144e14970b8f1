import type { TFunction } from 'i18next';
import type { Activation } from '../../model/settings';
import { shortLayerName } from '../shared/layer-name';
import type { WalkStep } from './walk-steps';

/** What a step is called in the row of all: 'input', 'conv 5×5', 'ReLU', 'softmax'. */
export function stepName(step: WalkStep, activation: Activation, t: TFunction<'translation'>): string {
  switch (step.kind) {
    case 'image':
    case 'flatten':
      return t(`panels.walk.names.${step.kind}`);
    case 'softmax':
      return t('panels.network-strip.softmax');
    case 'activation':
      return t(`settings.activation.options.${activation}`);
    case 'conv':
    case 'separable-conv':
    case 'max-pool':
    case 'avg-pool':
    case 'global-avg-pool':
    case 'batch-norm':
    case 'residual':
    case 'dropout':
    case 'dense':
      return shortLayerName(step.plan.layer, t);
    default:
      return step satisfies never;
  }
}
