import { useTranslation } from 'react-i18next';
import { ChoiceField } from '../shared/setting-fields';
import { useLab } from '../shared/use-lab';
import { hasFastStep } from './fast-step';

/** What computes a training step, and on how many threads: each as far as it applies to what is chosen. */
export function TrainStepFields() {
  const { t } = useTranslation();
  const isFastPossible = useLab((state) => hasFastStep(state.settings.backend));
  const isReference = useLab((state) => state.settings.trainStep === 'reference');
  const noWorkers = !isFastPossible
    ? t('panels.engine.workersOnlyWasm')
    : isReference
      ? t('panels.engine.workersOnlyFast')
      : undefined;
  return (
    <>
      <ChoiceField
        name="trainStep"
        reason={isFastPossible ? undefined : t('panels.engine.onlyWasm')}
        disabledOption={isFastPossible ? undefined : 'fast'}
      />
      <ChoiceField name="workers" reason={noWorkers} isDisabled={noWorkers !== undefined} />
    </>
  );
}
