import type { ReactNode } from 'react';
import styles from './Table.module.css';

interface TableProps {
  /** What it holds, for those who can't see it. */
  readonly caption: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** Numbers in columns, each row under its name. */
export const Table = ({ caption, className = '', children }: TableProps) => (
  <table className={`${styles.table} ${className}`}>
    <caption className="visually-hidden">{caption}</caption>
    {children}
  </table>
);
