import type { ReactNode } from 'react';
import styles from './Explanation.module.css';

interface ExplanationProps {
  /** What is asked, such as 'What is this?'. */
  readonly question: string;
  readonly children: ReactNode;
}

/** A few words about what is shown, for those who ask. */
export function Explanation({ question, children }: ExplanationProps) {
  return (
    <details className={styles.explanation}>
      <summary>{question}</summary>
      <div>{children}</div>
    </details>
  );
}
