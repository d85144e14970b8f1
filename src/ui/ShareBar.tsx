import styles from './ShareBar.module.css';

interface ShareBarProps {
  /** 0 to 1 */
  readonly share: number;
  readonly tone?: 'muted' | 'accent' | 'good' | 'bad' | undefined;
  readonly className?: string | undefined;
}

/** A share as a bar; the number stands beside it. */
export const ShareBar = ({ share, tone = 'muted', className = '' }: ShareBarProps) => (
  <span className={`${styles.track} ${className}`} aria-hidden="true">
    <span className={`${styles.filled} ${styles[tone] ?? ''}`} style={{ transform: `scaleX(${share})` }} />
  </span>
);
