import type { ReactNode } from 'react';
import styles from './NetworkStrip.module.css';

interface LayerColumnProps {
  readonly name: string;
  /** Second line: how many, how large. */
  readonly size: string;
  /** What stands for the picture where it can't be seen. */
  readonly label: string;
  /** Below the picture. */
  readonly more?: string | undefined;
  readonly children: ReactNode;
}

/** One stage of the strip: its name, its size, its picture. */
export function LayerColumn({ name, size, label, more, children }: LayerColumnProps) {
  return (
    <li className={styles.layer}>
      <p className={styles.name}>
        <b>{name}</b>
        {size}
      </p>
      <div role="img" aria-label={label}>
        {children}
      </div>
      {more !== undefined && <p className={styles.more}>{more}</p>}
    </li>
  );
}
