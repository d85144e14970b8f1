import { type ReactNode, useId } from 'react';
import styles from './Inspector.module.css';

interface BlockProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** One of the things that the inspector shows. */
export function Block({ title, children }: BlockProps) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups inputs; this groups what is shown
    <div role="group" aria-labelledby={id} className={styles.block}>
      <h3 id={id}>{title}</h3>
      {children}
    </div>
  );
}
