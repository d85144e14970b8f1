import styles from './ClippedText.module.css';
import { isWord } from './is-word';

interface ClippedTextProps {
  readonly children: string;
}

/** A name in one line, cut off where there is no room for it (CSS: --clip); the pointer is told all of it. */
export function ClippedText({ children }: ClippedTextProps) {
  return (
    <span className={styles.clipped} {...(isWord(children) && { title: children })}>
      {children}
    </span>
  );
}
