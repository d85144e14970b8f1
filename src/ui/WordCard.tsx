import type { ReactNode, RefObject } from 'react';
import { Dialog, Popover } from 'react-aria-components';
import styles from './WordCard.module.css';

export interface WordCardProps {
  /** What was pressed: the card stands at it, and gives the focus back to it. */
  readonly trigger: RefObject<HTMLButtonElement | null>;
  /** What the card is read out as. */
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** What a word means, at the word. */
export function WordCard({ trigger, label, onClose, children }: WordCardProps) {
  return (
    <Popover
      className={styles.card as string}
      triggerRef={trigger}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Dialog className={styles.dialog as string} aria-label={label}>
        {children}
      </Dialog>
    </Popover>
  );
}
