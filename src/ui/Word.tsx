import type { RefObject } from 'react';
import styles from './Word.module.css';

interface WordProps {
  readonly ref: RefObject<HTMLButtonElement | null>;
  /** What is asked by it: 'What is Recall?'. */
  readonly question: string;
  readonly isOpen: boolean;
  readonly onAsk: () => void;
  readonly children: string;
}

/** A word that is explained where it stands: it looks like the text around it, with a dotted line. */
export function Word({ ref, question, isOpen, onAsk, children }: WordProps) {
  return (
    <button
      ref={ref}
      type="button"
      className={styles.word}
      aria-label={question}
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      onClick={(press) => {
        // It may stand in a row that is chosen by a press.
        press.stopPropagation();
        onAsk();
      }}
    >
      {children}
    </button>
  );
}
