import { type ReactNode, useId, useState } from 'react';
import styles from './FoldCard.module.css';

interface FoldCardProps {
  readonly title: string;
  /** What is set in it, in one line, while it is folded. */
  readonly summary: string;
  /** Whether it is open from the start where there is room. */
  readonly isOpenAtFirst?: boolean;
  /** Opens it whenever it becomes true: something in it has to be seen. */
  readonly opensFor?: boolean;
  /** Name of the button that shows what each field in it does; without it the fields have no such words. */
  readonly explain?: string;
  readonly children: ReactNode;
}

/** A region with a heading, in a box that folds up; its fields take one line each. */
export function FoldCard(props: FoldCardProps) {
  const { title, summary, isOpenAtFirst = false, opensFor = false, explain, children } = props;
  const id = useId();
  const [isOpen, setOpen] = useState(() => opensFor || (isOpenAtFirst && hasRoom()));
  const [wasWanted, setWasWanted] = useState(opensFor);
  const [isExplained, setExplained] = useState(false);
  if (opensFor !== wasWanted) {
    setWasWanted(opensFor);
    if (opensFor) setOpen(true);
  }
  return (
    <section className={styles.card} aria-labelledby={id}>
      <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        {/* A summary and no button: 'Training' is not to be taken for Train. */}
        <summary className={styles.head}>
          <h2 id={id}>{title}</h2>
          {!isOpen && <small>{summary}</small>}
        </summary>
        <div className={styles.body} data-fields="compact" data-explained={isExplained}>
          {explain !== undefined && (
            <button
              type="button"
              className={styles.explain}
              aria-label={explain}
              title={explain}
              aria-pressed={isExplained}
              onClick={() => setExplained(!isExplained)}
            >
              ?
            </button>
          )}
          {children}
        </div>
      </details>
    </section>
  );
}

/** On a narrow screen what comes after would be far away. */
const hasRoom = (): boolean => window.matchMedia('(min-width: 761px)').matches;
