import { memo, type ReactNode } from 'react';
import { type Pictures, RowPictures } from './RowPictures';
import type { RowOfPictures } from './row-pictures';
import styles from './VirtualGrid.module.css';

interface GridRowProps {
  /** Of the list; the options' ids begin with it. */
  readonly id: string;
  /** From the top, 0 the first. */
  readonly row: number;
  /** CSS pixels. */
  readonly height: number;
  readonly columns: number;
  /** Items of the list. */
  readonly count: number;
  /** Undefined where it is in another row. */
  readonly selected: number | undefined;
  readonly current: number | undefined;
  readonly pictures: Pictures | undefined;
  readonly layout: RowOfPictures | undefined;
  readonly children: (index: number) => ReactNode;
}

/** A row of a grid: it changes only with what is in it, however far the list is scrolled. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { id, row, height, columns, count, selected, current, pictures, layout, children } = props;
  const first = row * columns;
  const end = Math.min(count, first + columns);
  return (
    <div
      role="presentation"
      className={styles.row}
      style={{ top: row * height, height, gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
    >
      {Array.from({ length: end - first }, (_, column) => {
        const index = first + column;
        return (
          // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names the active option
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: the columns are their own places
            key={column}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === selected}
            aria-setsize={count}
            aria-posinset={index + 1}
            data-active={index === current || undefined}
            className={styles.item}
          >
            {children(index)}
          </div>
        );
      })}
      {pictures && layout && <RowPictures pictures={pictures} row={layout} first={first} end={end} />}
    </div>
  );
});

/** The item that something in the list belongs to, as it is numbered there. */
export function indexOfOption(target: EventTarget): number | undefined {
  const option = target instanceof Element ? target.closest('[role="option"]') : null;
  return option ? Number(option.getAttribute('aria-posinset')) - 1 : undefined;
}
