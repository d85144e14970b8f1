import type { ReactNode } from 'react';
import styles from './Note.module.css';

interface EmptyStateProps {
  readonly role?: 'status' | 'alert';
  /** What will be here. */
  readonly text: ReactNode;
  /** The one step that fills it, a button. */
  readonly children?: ReactNode;
}

/** Stands where there is nothing to show yet. */
export const EmptyState = ({ role, text, children }: EmptyStateProps) => (
  <div className={styles.empty} role={role}>
    <p>{text}</p>
    {children}
  </div>
);
