import type { ReactNode } from 'react';
import styles from './Note.module.css';

interface NoteProps {
  /** Of what comes by itself: `status`; of what went wrong: `alert`. */
  readonly role?: 'status' | 'alert' | undefined;
  readonly id?: string;
  readonly 'aria-hidden'?: boolean;
  readonly children: ReactNode;
}

/** A sentence in small print: what something means, or what goes on. */
export const Note = (props: NoteProps) => <p className={styles.note} {...props} />;
