import { type ReactNode, type Ref, useId } from 'react';
import styles from './Section.module.css';

interface SectionProps {
  readonly title: string;
  /** Stands in the title's place and says it, where it can be asked about. */
  readonly word?: ReactNode;
  /** Small print on the right of the title. */
  readonly note?: ReactNode;
  /** Where the focus is to come to. */
  readonly heading?: Ref<HTMLHeadingElement>;
  readonly children: ReactNode;
}

/** A region named by its own heading. */
export function Section({ title, word, note, heading, children }: SectionProps) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.head}>
        <h2
          id={id}
          ref={heading}
          tabIndex={heading ? -1 : undefined}
          // A word that can be asked about is called by what is asked.
          aria-label={word ? title : undefined}
        >
          {word ?? title}
        </h2>
        {note !== undefined && <small>{note}</small>}
      </div>
      {children}
    </section>
  );
}
