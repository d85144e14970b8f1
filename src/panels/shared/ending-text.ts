import type { TFunction } from 'i18next';
import type { RunState } from '../../state/run/run-state';

/** Why a run did not train all of its epochs, or does not keep the last one's weights; undefined where neither is so. */
export function endingText(
  { ending, settings }: Pick<RunState, 'ending' | 'settings'>,
  t: TFunction,
): string | undefined {
  if (!ending || !settings) return undefined;
  const { reason, epochs, keptEpoch } = ending;
  switch (reason) {
    case 'patience':
      return t('run.ending.patience', { kept: keptEpoch, epochs });
    case 'reached':
      return t('run.ending.reached', { epochs, stopAt: settings.stopAt });
    case 'all':
      return keptEpoch < epochs ? t('run.ending.best', { kept: keptEpoch, epochs }) : undefined;
    default:
      return reason satisfies never;
  }
}
