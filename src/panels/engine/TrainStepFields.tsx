import { useTranslation } from 'react-i18next';
import { ChoiceField } from '../shared/setting-fields';
import { useLab } from '../shared/use-lab';
import { hasFastStep, hasWorkers } from './fast-step';

/** What computes a training step, and on how many threads: each as far as it applies to what is chosen. */
export function TrainStepFields() {
  const { t } = useTranslation();
  const backend = useLab((state) => state.settings.backend);
  const isFastPossible = hasFastStep(backend);
  const isReference = useLab((state) => state.settings.trainStep === 'reference');
  const noWorkers = !hasWorkers(backend)
    ? t('panels.engine.workersOnlyWasm')
    : isReference
      ? t('panels.engine.workersOnlyFast')
      : undefined;
  return (
    <>
      <ChoiceField
        name="trainStep"
        reason={isFastPossible ? undefined : t('panels.engine.onlyFastBackends')}
        disabledOption={isFastPossible ? undefined : 'fast'}
      />
      <ChoiceField name="workers" reason={noWorkers} isDisabled={noWorkers !== undefined} />
    </>
  );
}
