import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunRecord } from '../../state/history/run-record';
import { shownChanges } from '../shared/shown-changes';
import { useChangeText } from '../shared/use-change-text';
import { useSettingWords } from '../shared/use-setting-text';
import { settingsApart } from './settings-apart';

interface RowApart {
  readonly name: string;
  /** In the order of the runs. */
  readonly values: readonly string[];
}

const NOT_KNOWN = '–';

/**
 * In what some runs are not the same: settings that they heed, what was changed while they trained, and by what they were
 * computed, of which a curve depends in its last digits.
 */
export function useRowsApart(runs: readonly RunRecord[]): readonly RowApart[] {
  const { t } = useTranslation();
  const words = useSettingWords();
  const changeText = useChangeText();
  return useMemo(() => {
    const settings = settingsApart(runs.map((run) => run.settings)).map((name) => ({
      name: words.name(name),
      values: runs.map((run) => words.value(name, run.settings)),
    }));
    const changes = {
      name: t('panels.runs.changedOnTheWay'),
      values: runs.map((run) => shownChanges(run.changes).map(changeText).join(', ')),
    };
    const places = [
      {
        name: words.name('backend'),
        values: runs.map(({ backend }) => (backend ? t(`settings.backend.options.${backend}`) : NOT_KNOWN)),
      },
      {
        name: words.name('trainStep'),
        values: runs.map(({ trainStep }) =>
          trainStep ? t(`settings.trainStep.options.${trainStep}`) : NOT_KNOWN,
        ),
      },
      {
        name: words.name('workers'),
        values: runs.map((run) => words.value('workers', run.settings)),
      },
    ];
    return [
      ...settings,
      ...(changes.values.some((text) => text !== '')
        ? [{ ...changes, values: changes.values.map((text) => text || t('panels.runs.unchanged')) }]
        : []),
      ...places.filter(({ values }) => new Set(values).size > 1),
    ];
  }, [runs, words, changeText, t]);
}
