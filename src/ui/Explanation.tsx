import type { ReactNode } from 'react';
import styles from './Explanation.module.css';

interface ExplanationProps {
  /** What is asked, such as 'What is this?'. */
  readonly question: string;
  /** Whether it is open from the start. */
  readonly isOpen?: boolean;
  readonly children: ReactNode;
}

/** A few words about what is shown, for those who ask. */
export function Explanation({ question, isOpen = false, children }: ExplanationProps) {
  return (
    <details className={styles.explanation} open={isOpen}>
      <summary>{question}</summary>
      <div>{children}</div>
    </details>
  );
}
