import type { ReactNode } from 'react';
import styles from './Scroll.module.css';

interface ScrollProps {
  /** Names the region. */
  readonly label: string;
  readonly children: ReactNode;
}

/** What may be wider than its place and then scrolls sideways, with a shadow at the edge behind which there is more. */
export const Scroll = ({ label, children }: ScrollProps) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: where it scrolls, the keyboard needs a stop
  <section className={styles.scroll} tabIndex={0} aria-label={label}>
    {children}
  </section>
);
