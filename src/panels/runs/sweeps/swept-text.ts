import type { Settings } from '../../../model/settings';
import type { Sweep } from '../../../model/sweep';
import type { useSettingWords } from '../../shared/use-setting-text';

/** A combination in words: 'Learning rate 0.01, Optimizer Adam'. */
export const sweptText = (
  { axes }: Sweep,
  settings: Settings,
  words: ReturnType<typeof useSettingWords>,
): string => axes.map(({ setting }) => `${words.name(setting)} ${words.value(setting, settings)}`).join(', ');
