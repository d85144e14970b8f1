import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useChangeText } from '../shared/use-change-text';
import type { MarkTexts } from './curve-marks';

/** What is said of what happened to a run on its way. */
export function useMarkTexts(): MarkTexts {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.learning-curves' });
  const change = useChangeText();
  return useMemo(() => ({ change, kept: (epoch) => t('kept', { epoch }) }), [t, change]);
}
