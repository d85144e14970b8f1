import { type ReactNode, useState } from 'react';
import styles from './Fold.module.css';

interface FoldProps {
  readonly title: string;
  /** What is set in it, in one line, while it is folded. */
  readonly summary: string;
  readonly children: ReactNode;
}

/** Fields that are seldom wanted, within a card: folded at first. */
export function Fold({ title, summary, children }: FoldProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className={styles.fold}
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary className={styles.head}>
        <span>{title}</span>
        {!isOpen && <small>{summary}</small>}
      </summary>
      <div className={styles.body}>{children}</div>
    </details>
  );
}
