import { type ComponentType, type RefObject, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { fetchPanelTexts } from '../../locales/i18n';
import styles from './HelpButton.module.css';

type Menu = ComponentType<{
  readonly trigger: RefObject<HTMLButtonElement | null>;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}>;

/** Calls the hints back, and says what the page is. The menu is fetched when it is first opened. */
export function HelpButton() {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.help' });
  const trigger = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [Menu, setMenu] = useState<Menu>();
  const [hasFailed, setFailed] = useState(false);
  const open = () => {
    setFailed(false);
    Promise.all([import('./HelpMenu'), fetchPanelTexts()]).then(
      ([{ HelpMenu }]) => {
        setMenu(() => HelpMenu);
        setOpen(true);
      },
      () => setFailed(true),
    );
  };
  return (
    <div className={styles.help} title={t('title')}>
      {/* Of React Aria, which takes Enter in a plain button for a screen reader's, and its menu then does not take the focus. */}
      <Button
        ref={trigger}
        className={styles.button as string}
        aria-label={t('title')}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onPress={open}
      >
        ?
      </Button>
      {hasFailed && (
        <p role="alert" className={styles.failed}>
          {t('failed')}
        </p>
      )}
      {Menu && <Menu trigger={trigger} isOpen={isOpen} onOpenChange={setOpen} />}
    </div>
  );
}
