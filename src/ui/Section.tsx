import { type ReactNode, type Ref, useId } from 'react';
import styles from './Section.module.css';

interface SectionProps {
  readonly title: string;
  /** Small print on the right of the title. */
  readonly note?: ReactNode;
  /** Where the focus is to come to. */
  readonly heading?: Ref<HTMLHeadingElement>;
  readonly children: ReactNode;
}

/** A region named by its own heading. */
export function Section({ title, note, heading, children }: SectionProps) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id} ref={heading} tabIndex={heading ? -1 : undefined}>
          {title}
        </h2>
        {note !== undefined && <small>{note}</small>}
      </div>
      {children}
    </section>
  );
}
