import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import styles from './subject-steps.module.css';
import { useActions, useLab } from './use-lab';

/** Panels that say more about the image in sight. */
const NEXT = ['test-image', 'activation-maps', 'why', 'projection'] as const;

interface SubjectStepsProps {
  /** Where it waits for an image to be chosen, it keeps its place. */
  readonly isDisabled?: boolean;
}

/** From an image to all that can be asked about it, each one click away. */
export function SubjectSteps({ isDisabled = false }: SubjectStepsProps) {
  const { t } = useTranslation('translation', { keyPrefix: 'steps' });
  const { open, sendToCanvas } = useActions();
  const here = useLab((state) => state.panel);
  const image = useLab((state) => state.subject?.image);
  if (!image && !isDisabled) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups inputs; these are buttons
    <div className={styles.steps} role="group" aria-label={t('label')}>
      {NEXT.filter((panel) => panel !== here).map((panel) => (
        <Button key={panel} isDisabled={isDisabled} onPress={() => open(panel)}>
          {t(panel)}
        </Button>
      ))}
      <Button isDisabled={isDisabled} onPress={() => image && sendToCanvas(image)}>
        {t('canvas')}
      </Button>
    </div>
  );
}
