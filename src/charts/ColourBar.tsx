import { useMemo } from 'react';
import styles from './ColourBar.module.css';
import type { ColourScale } from './colour-scale';

interface ColourBarProps {
  readonly scale: ColourScale;
  /** The numbers at the ends. */
  readonly format: (value: number) => string;
  /** What the colours stand for, for those who can't see them: 'Colour scale, from … to …'. */
  readonly label: string;
}

/** A colour scale with the numbers at its ends. */
export function ColourBar({ scale, format, label }: ColourBarProps) {
  const { table, min, max } = scale;
  const gradient = useMemo(() => gradientOf(table), [table]);
  return (
    <span className={styles.bar} role="img" aria-label={label}>
      <span>{format(min)}</span>
      <i style={{ background: gradient }} />
      <span>{format(max)}</span>
    </span>
  );
}

/** Seventeen stops look like the 256. */
function gradientOf(table: Uint8Array): string {
  const stops = Array.from({ length: 17 }, (_, i) => {
    const step = Math.round((i / 16) * 255) * 3;
    return `rgb(${table[step]}, ${table[step + 1]}, ${table[step + 2]})`;
  });
  return `linear-gradient(to right, ${stops.join(', ')})`;
}
