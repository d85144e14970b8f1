import styles from './ClippedText.module.css';
import { isWord } from './is-word';

interface ClippedTextProps {
  readonly children: string;
}

/** A name in one line, a word cut off where there is no room for it (CSS: --clip); the pointer is told all of it. */
export function ClippedText({ children }: ClippedTextProps) {
  if (!isWord(children)) return children;
  return (
    <span className={styles.clipped} title={children}>
      {children}
    </span>
  );
}
