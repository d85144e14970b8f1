import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunChange } from '../../protocol/run';
import { formatSignificant } from '../../ui/format';

/** Writes what was changed while a run trained: 'batch 431: learning rate 0.01 → 0.002'. The same function while the language is. */
export function useChangeText(): (change: RunChange) => string {
  const { t, i18n } = useTranslation();
  return useCallback(
    ({ name, batch, from, to }) =>
      t('run.change', {
        batch,
        name: t(`settings.${name}.label`),
        from: formatSignificant(from, i18n.language, 3),
        to: formatSignificant(to, i18n.language, 3),
      }),
    [t, i18n.language],
  );
}
