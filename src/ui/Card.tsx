import type { ReactNode } from 'react';
import styles from './Card.module.css';
import { Section } from './Section';

interface CardProps {
  readonly title: string;
  /** Small print on the right of the title. */
  readonly note?: ReactNode;
  readonly children: ReactNode;
}

/** A region with a heading, in a box. */
export function Card(props: CardProps) {
  return (
    <div className={styles.card}>
      <Section {...props} />
    </div>
  );
}
