import { type ReactNode, useEffect } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { useActions } from '../panels/shared/use-lab';
import { Button } from '../ui/Button';
import styles from './FirstSteps.module.css';

interface FirstStepsProps {
  /** It has been in sight. */
  readonly onShown: () => void;
  readonly onDismiss: () => void;
}

/** One line for a newcomer: what there is to do, each of it one click away. */
export function FirstSteps({ onShown, onDismiss }: FirstStepsProps) {
  const { t } = useTranslation();
  const { open } = useActions();
  useEffect(onShown, [onShown]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups inputs; these are links
    <div className={styles.steps} role="group" aria-label={t('app.firstSteps.label')}>
      <p>
        <Trans
          i18nKey="app.firstSteps.text"
          components={{
            draw: <PlaceLink href="#draw" />,
            train: <PlaceLink href="#run" />,
            look: <button type="button" onClick={() => open('activation-maps')} />,
          }}
        />
      </p>
      <Button
        onPress={(press) => {
          // The button goes with its line; the focus stays in the page's content.
          press.currentTarget.closest('main')?.focus({ preventScroll: true });
          onDismiss();
        }}
      >
        {t('app.firstSteps.dismiss')}
      </Button>
    </div>
  );
}

interface PlaceLinkProps {
  readonly href: string;
  /** Put between its tags by the sentence that it stands in. */
  readonly children?: ReactNode;
}

const PlaceLink = ({ href, children }: PlaceLinkProps) => <a href={href}>{children}</a>;
