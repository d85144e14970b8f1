import { useId } from 'react';
import styles from './Arithmetic.module.css';

interface NumberGridProps {
  readonly title: string;
  /** Of the square. */
  readonly size: number;
  /** Row by row; undefined beyond the map. */
  readonly values: readonly (number | undefined)[];
  readonly write: (value: number) => string;
  /** Tints negative and positive numbers. */
  readonly isSigned?: boolean;
  /** One that stands out. */
  readonly marked?: number | undefined;
}

/** Columns that fit on the narrowest screen. */
const FITS = 5;

/** A square of numbers. */
export function NumberGrid({ title, size, values, write, isSigned = false, marked }: NumberGridProps) {
  const id = useId();
  const rows = Array.from({ length: size }, (_, row) => values.slice(row * size, (row + 1) * size));
  const table = (
    <table className={styles.numbers} aria-labelledby={id}>
      <caption id={id}>{title}</caption>
      <tbody translate="no">
        {rows.map((row, y) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: cells have no identity but their place
          <tr key={y}>
            {row.map((value, x) => (
              <td
                // biome-ignore lint/suspicious/noArrayIndexKey: cells have no identity but their place
                key={x}
                data-sign={isSigned && value ? Math.sign(value) : undefined}
                data-marked={y * size + x === marked || undefined}
              >
                {value === undefined ? '·' : write(value)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
  // The largest kernels are wider than a phone; what scrolls must be reachable by keyboard.
  return size <= FITS ? (
    table
  ) : (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section className={styles.scroller} aria-labelledby={id} tabIndex={0}>
      {table}
    </section>
  );
}
