import { type RefObject, use, useState } from 'react';
import { Header, Menu, MenuItem, MenuSection, Popover, Separator } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { AboutLab } from './AboutLab';
import styles from './HelpMenu.module.css';
import { HINTS } from './hints';
import { HintsContext } from './use-hints';

interface HelpMenuProps {
  readonly trigger: RefObject<HTMLButtonElement | null>;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/** The four hints by name, the keys of the pad, and what the page is. */
export function HelpMenu({ trigger, isOpen, onOpenChange }: HelpMenuProps) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.help' });
  const { recall } = use(HintsContext);
  const [isAboutOpen, setAboutOpen] = useState(false);
  return (
    <>
      <Popover triggerRef={trigger} isOpen={isOpen} onOpenChange={onOpenChange} placement="bottom end">
        <Menu
          className={styles.menu as string}
          aria-label={t('title')}
          autoFocus="first"
          onClose={() => onOpenChange(false)}
        >
          <MenuSection>
            <Header className={styles.head as string}>{t('hints')}</Header>
            {HINTS.map((hint) => (
              <MenuItem
                key={hint}
                className={styles.item as string}
                // The menu gives the focus back to its button first, as it closes.
                onAction={() => window.setTimeout(() => recall(hint))}
              >
                {t(`hint.${hint}`)}
              </MenuItem>
            ))}
          </MenuSection>
          <Separator className={styles.line as string} />
          <MenuItem className={styles.item as string} onAction={() => window.setTimeout(showKeys)}>
            {t('keys')}
          </MenuItem>
          <MenuItem className={styles.item as string} onAction={() => setAboutOpen(true)}>
            {t('about.title')}
          </MenuItem>
        </Menu>
      </Popover>
      <AboutLab
        isOpen={isAboutOpen}
        onClose={() => {
          setAboutOpen(false);
          trigger.current?.focus();
        }}
      />
    </>
  );
}

/** Opens the list of keys under the pad. */
function showKeys(): void {
  const keys = document.querySelector<HTMLDetailsElement>('#draw-help details');
  if (!keys) return;
  keys.open = true;
  keys.scrollIntoView({ block: 'nearest' });
  keys.querySelector('summary')?.focus({ preventScroll: true });
}
