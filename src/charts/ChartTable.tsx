import { type ComponentType, useState } from 'react';
import styles from './ChartTable.module.css';
import type { ChartRows } from './chart-rows';
import { numberLocale } from './number-locale';

export interface TableTexts {
  /** Of what opens it. */
  readonly open: string;
  /** That some rows are left out. */
  readonly thinned: (shown: number, all: number) => string;
  /** Stands behind the numbers; told the name of the chart. */
  readonly Foot: ComponentType<{ readonly name: string }>;
}

interface ChartTableProps {
  /** Of the chart. */
  readonly label: string;
  readonly texts: TableTexts;
  /** Values are shares, to be written as percentages. */
  readonly hasShares?: boolean | undefined;
  /** Called while it is open. */
  readonly rows: () => ChartRows;
}

/** Under a chart: what it draws, in numbers. It costs nothing while it is closed. */
export function ChartTable({ label, texts, hasShares = false, rows }: ChartTableProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={styles.table} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{texts.open}</summary>
      {isOpen && <Rows label={label} texts={texts} hasShares={hasShares} table={rows()} />}
    </details>
  );
}

interface RowsProps extends Pick<ChartTableProps, 'label' | 'texts'> {
  readonly hasShares: boolean;
  readonly table: ChartRows;
}

function Rows({ label, texts, hasShares, table: { columns, rows, all } }: RowsProps) {
  const { lang } = document.documentElement;
  const plain = new Intl.NumberFormat(lang, { maximumSignificantDigits: 4 });
  const share = new Intl.NumberFormat(lang, { maximumFractionDigits: 2 });
  const { percent } = numberLocale(lang);
  const write = (value: number | undefined, column: number) => {
    if (value === undefined || !Number.isFinite(value)) return '–';
    return hasShares && column > 0 ? `${share.format(100 * value)}${percent}` : plain.format(value);
  };
  return (
    <>
      {rows.length < all && <p>{texts.thinned(rows.length, all)}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: where it scrolls, the keyboard needs a stop */}
      <section className={styles.rows} tabIndex={0} aria-label={label}>
        <table>
          <caption className="visually-hidden">{label}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th scope="col" key={column}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody translate="no">
            {rows.map(([x, ...values]) => (
              <tr key={x}>
                <th scope="row">{write(x, 0)}</th>
                {values.map((value, i) => (
                  <td key={columns[i + 1]}>{write(value, i + 1)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <texts.Foot name={label} />
    </>
  );
}
