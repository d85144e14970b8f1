import type { TFunction } from 'i18next';
import type { StepReason } from '../../protocol/backend';
import { formatCount } from '../../ui/format';

/** Why the reference works and not the fast step, in a sentence; layers are counted from 1, as people do. */
export function stepReasonText(reason: StepReason, t: TFunction, language: string): string {
  switch (reason.code) {
    case 'chosen':
    case 'backend':
    case 'no-simd':
      return t(`panels.engine.stepReasons.${reason.code}`);
    case 'layer':
      return t('panels.engine.stepReasons.layer', {
        number: reason.layer + 1,
        type: t(`panels.network.types.${reason.type}`),
      });
    case 'activation':
      return t('panels.engine.stepReasons.activation', {
        activation: t(`settings.activation.options.${reason.activation}`),
      });
    case 'memory':
      return t('panels.engine.stepReasons.memory', { megabytes: formatCount(reason.megabytes, language) });
    case 'failed':
      return t('panels.engine.stepReasons.failed', { detail: reason.detail });
    default:
      return reason satisfies never;
  }
}
