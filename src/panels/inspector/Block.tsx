import { type ReactNode, useId } from 'react';
import { Term, type TermProps } from '../shared/term';
import styles from './Inspector.module.css';

interface BlockProps {
  readonly title: string;
  /** The word that explains it. */
  readonly term: TermProps['id'];
  readonly children: ReactNode;
}

/** One of the things that the inspector shows. */
export function Block({ title, term, children }: BlockProps) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups inputs; this groups what is shown
    <div role="group" aria-labelledby={id} className={styles.block}>
      <h3 id={id} aria-label={title}>
        <Term id={term}>{title}</Term>
      </h3>
      {children}
    </div>
  );
}
