import type { RefObject } from 'react';
import styles from './Word.module.css';
import { useWordRow } from './word-row';

interface WordProps {
  readonly ref: RefObject<HTMLButtonElement | null>;
  /** What it is found by, whatever it is called. */
  readonly id: string;
  /** What is asked by it: 'Explain: Recall'. */
  readonly question: string;
  readonly isOpen: boolean;
  /** Stands as a sign behind what can't be pressed for it: a switch, the name of an option. */
  readonly isMark?: boolean | undefined;
  readonly onAsk: () => void;
  readonly children: string;
}

/** A word that is explained where it stands: it looks like the text around it, with a dotted line. */
export function Word({ ref, id, question, isOpen, isMark = false, onAsk, children }: WordProps) {
  const inRow = useWordRow();
  return (
    <button
      ref={ref}
      type="button"
      className={isMark ? styles.mark : styles.word}
      aria-label={question}
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      data-term={id}
      {...inRow}
      onClick={(press) => {
        // It may stand in a row that is chosen by a press.
        press.stopPropagation();
        onAsk();
      }}
    >
      {isMark ? '?' : children}
    </button>
  );
}
