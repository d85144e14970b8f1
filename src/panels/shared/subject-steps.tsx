import { useTranslation } from 'react-i18next';
import type { ImageRef } from '../../protocol/data/images';
import { Button } from '../../ui/Button';
import styles from './subject-steps.module.css';
import { useOffers } from './use-control';
import { useActions, useLab } from './use-lab';

/** Panels that say more about the image in sight. */
const NEXT = ['test-image', 'walk', 'activation-maps', 'why', 'projection'] as const;

interface SubjectStepsProps {
  /** Where it waits for an image to be chosen, it keeps its place. */
  readonly isDisabled?: boolean;
  /** An image that is shown without being selected: the first step selects it. */
  readonly of?: { readonly ref: ImageRef; readonly image: Float32Array };
}

/** From an image to all that can be asked about it, each one click away. */
export function SubjectSteps({ isDisabled = false, of }: SubjectStepsProps) {
  const { t } = useTranslation('translation', { keyPrefix: 'steps' });
  const { open, select, sendToCanvas } = useActions();
  const here = useLab((state) => state.panel);
  const subject = useLab((state) => state.subject?.image);
  const offers = useOffers();
  const image = of?.image ?? subject;
  if (!image && !isDisabled) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups inputs; these are buttons
    <div className={styles.steps} role="group" aria-label={t('label')}>
      {NEXT.filter((panel) => panel !== here && offers(panel)).map((panel) => (
        <Button
          key={panel}
          isDisabled={isDisabled}
          onPress={() => {
            if (of) select({ image: of.ref });
            open(panel);
          }}
        >
          {t(panel)}
        </Button>
      ))}
      <Button isDisabled={isDisabled} onPress={() => image && sendToCanvas(image)}>
        {t('canvas')}
      </Button>
    </div>
  );
}
