import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatSignificant } from '../../ui/format';
import type { MarkTexts } from './curve-marks';

/** What is said of what happened to a run on its way. */
export function useMarkTexts(): MarkTexts {
  const { t, i18n } = useTranslation();
  return useMemo(
    () => ({
      change: ({ name, batch, from, to }) =>
        t('panels.learning-curves.change', {
          batch,
          name: t(`settings.${name}.label`),
          from: formatSignificant(from, i18n.language, 3),
          to: formatSignificant(to, i18n.language, 3),
        }),
      kept: (epoch) => t('panels.learning-curves.kept', { epoch }),
    }),
    [t, i18n.language],
  );
}
