import { type ReactNode, use } from 'react';
import styles from './Table.module.css';
import { TableFoot } from './table-foot';

interface TableProps {
  /** What it holds, for those who can't see it. */
  readonly caption: string;
  readonly className?: string | undefined;
  /** Its panel gives what it holds away by itself. */
  readonly isWithoutFoot?: boolean;
  readonly children: ReactNode;
}

/** Numbers in columns, each row under its name; behind it what the page has put behind all tables. */
export function Table({ caption, className = '', isWithoutFoot = false, children }: TableProps) {
  const Foot = use(TableFoot);
  return (
    <>
      <table className={`${styles.table} ${className}`}>
        <caption className="visually-hidden">{caption}</caption>
        {children}
      </table>
      {Foot && !isWithoutFoot && <Foot name={caption} />}
    </>
  );
}
