import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { presetOf } from '../../model/presets';
import type { Settings } from '../../model/settings';
import { differingSettings } from '../../model/settings-difference';
import type { RunRecord } from '../../state/history/run-record';
import { shownChanges } from '../shared/shown-changes';
import { useChangeText } from '../shared/use-change-text';
import { useSettingText } from '../shared/use-setting-text';

/** In what the settings of each run differ from those that they are compared with; nothing where they are the same. */
export function useChanges(runs: readonly RunRecord[], base: Settings): ReadonlyMap<RunRecord, string> {
  const { t } = useTranslation();
  const text = useSettingText();
  const changeText = useChangeText();
  return useMemo(() => {
    const changesOf = ({ settings, changes: made }: RunRecord): string => {
      const preset = presetOf(settings);
      const names = differingSettings(base, settings);
      // Another network is named; of its layers nobody would read the notation.
      const isOther = names.includes('network') && preset !== 'custom';
      const changes = names
        .filter((name) => !(isOther && name === 'network'))
        .map((name) => text(name, settings));
      const adjusted = shownChanges(made).map(changeText);
      const network = isOther ? [t(`settings.preset.options.${preset}`)] : [];
      return [...network, ...changes, ...adjusted].join(', ');
    };
    return new Map(runs.map((run) => [run, changesOf(run)]));
  }, [runs, base, text, changeText, t]);
}
