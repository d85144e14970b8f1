import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunRecord } from '../../state/history/run-record';

/** Writes by what and where a run was computed: 'Fast, WASM'; '–' where that is not known. */
export function useStepText(): (run: Pick<RunRecord, 'trainStep' | 'backend'>) => string {
  const { t } = useTranslation();
  return useCallback(
    ({ trainStep, backend }) => {
      const words = [
        trainStep && t(`settings.trainStep.options.${trainStep}`),
        backend && t(`settings.backend.options.${backend}`),
      ];
      return words.filter(Boolean).join(', ') || '–';
    },
    [t],
  );
}
