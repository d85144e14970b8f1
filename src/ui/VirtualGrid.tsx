import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { GridRow, indexOfOption } from './GridRow';
import type { Pictures } from './RowPictures';
import styles from './VirtualGrid.module.css';
import { columnsWithin, rowsInSight, type Sight, stepIn } from './virtual-rows';

interface VirtualGridProps {
  readonly label: string;
  readonly count: number;
  /** CSS pixels; columns are at least as wide. */
  readonly minWidth: number;
  /** CSS pixels, with the gap below. */
  readonly rowHeight: number;
  readonly selected: number | undefined;
  readonly onSelect: (index: number) => void;
  /** Another list begins at its top. */
  readonly list?: string;
  /** What else a key does with the item that the keyboard is at; true where it was such a key. */
  readonly onKey?: (event: KeyboardEvent, index: number) => boolean;
  /** Id of a text that explains the keys. */
  readonly describedBy?: string;
  /** Square ones, above what else an item shows. */
  readonly pictures?: PicturesOfItems;
  /** How what an item shows lies in it. */
  readonly itemClass?: string | undefined;
  /** What an item shows; kept cheap, since it comes and goes while one scrolls. The same function for the same list. */
  readonly children: (index: number) => ReactNode;
}

interface PicturesOfItems {
  readonly of: Pictures;
  /** Values from edge to edge. */
  readonly side: number;
  /** CSS pixels on the page. */
  readonly size: number;
}

/** Between an item and the next, CSS pixels: --s2. */
const GAP = 8;

/** Scrolls no further than it has to. */
function reveal(box: HTMLElement, row: number, rowHeight: number): void {
  const top = row * rowHeight;
  const bottom = top + rowHeight - box.clientHeight;
  box.scrollTop = Math.min(top, Math.max(bottom, box.scrollTop));
}

/**
 * A list of any length to choose from, in as many columns as fit; only the rows in sight are in the page. One stop for
 * Tab: the arrow keys, Home, End, Page Up and Page Down move, Enter and Space choose.
 */
export function VirtualGrid(props: VirtualGridProps) {
  const { label, count, minWidth, rowHeight, selected, onSelect, list, pictures, itemClass, children } =
    props;
  const { onKey, describedBy } = props;
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [sight, setSight] = useState<Sight>({ columns: 1, width: 0, first: 0, end: 0, slots: 1 });
  const [active, setActive] = useState(0);
  const current = Math.min(active, Math.max(0, count - 1));
  const { columns, width } = sight;

  /** As it was last: to ask has the browser lay out the page, in the midst of a change. */
  const measured = useRef<{ readonly top: number; readonly width: number; readonly height: number }>(
    undefined,
  );

  // What is selected, from wherever, comes into sight. Before the first measuring, which then begins there.
  const shownList = useRef(list);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    if (shownList.current !== list) {
      shownList.current = list;
      setActive(0);
      if (measured.current && measured.current.top > 0) {
        element.scrollTop = 0;
        measured.current = { ...measured.current, top: 0 };
      }
    }
    if (selected === undefined) return;
    setActive(selected);
    reveal(element, Math.floor(selected / columnsWithin(element.clientWidth, minWidth)), rowHeight);
  }, [selected, list, minWidth, rowHeight]);

  // Measures as often as the box is scrolled or gets another size; most of the time the same rows are in sight.
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const update = ({ top, width, height }: NonNullable<typeof measured.current>) => {
      const fitting = columnsWithin(width, minWidth);
      const seen = rowsInSight(top, height, rowHeight, Math.ceil(count / fitting));
      setSight((before) =>
        before.columns === fitting &&
        before.width === width &&
        before.first === seen.first &&
        before.end === seen.end &&
        before.slots === seen.slots
          ? before
          : { columns: fitting, width, ...seen },
      );
    };
    const measure = () => {
      const { scrollTop: top, clientWidth: width, clientHeight: height } = element;
      measured.current = { top, width, height };
      update(measured.current);
    };
    // The observer tells of the first size, and of another one, once the page is laid out.
    if (measured.current) update(measured.current);
    const size = new ResizeObserver(measure);
    size.observe(element);
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      size.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, [count, minWidth, rowHeight]);

  const onKeyDown = (event: KeyboardEvent) => {
    const element = box.current;
    if (!element || count === 0) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onSelect(current);
      return;
    }
    if (onKey?.(event, current)) {
      event.preventDefault();
      return;
    }
    const page = columns * Math.max(1, Math.floor(element.clientHeight / rowHeight));
    const to = stepIn(event.key, current, { count, columns, page });
    if (to === undefined) return;
    event.preventDefault();
    setActive(to);
    reveal(element, Math.floor(to / columns), rowHeight);
  };

  const onClick = ({ target }: MouseEvent) => {
    const index = indexOfOption(target);
    if (index === undefined) return;
    setActive(index);
    onSelect(index);
  };

  const { side, size } = pictures ?? {};
  const layout = useMemo(
    () => (side === undefined || size === undefined ? undefined : { side, size, width, columns, gap: GAP }),
    [side, size, width, columns],
  );
  const inRow = (row: number, index: number | undefined) =>
    index !== undefined && Math.floor(index / columns) === row ? index : undefined;
  const currentRow = Math.floor(current / columns);
  const isCurrentShown = count > 0 && currentRow >= sight.first && currentRow < sight.end;
  const rows = Array.from({ length: sight.end - sight.first }, (_, i) => sight.first + i);
  return (
    <div
      ref={box}
      className={styles.box}
      role="listbox"
      aria-label={label}
      aria-describedby={describedBy}
      // Scrolled away it isn't in the page; the next key brings it back.
      aria-activedescendant={isCurrentShown ? `${id}-${current}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      <div
        role="presentation"
        className={`${styles.rows} ${itemClass ?? ''}`}
        style={
          {
            height: Math.ceil(count / columns) * rowHeight,
            ...(pictures && { '--picture': `${pictures.size}px` }),
          } as CSSProperties
        }
        data-pictures={pictures !== undefined || undefined}
      >
        {rows.map((row) => (
          <GridRow
            // A row that has gone from sight is used for one that comes, so that nothing is made anew.
            key={row % sight.slots}
            id={id}
            row={row}
            height={rowHeight}
            columns={columns}
            count={count}
            selected={inRow(row, selected)}
            current={inRow(row, current)}
            pictures={pictures?.of}
            layout={layout}
          >
            {children}
          </GridRow>
        ))}
      </div>
    </div>
  );
}
