import { type ReactNode, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { Tab, TabList, Tabs } from 'react-aria-components';
import styles from './TabRow.module.css';

interface TabRowProps<Id extends string> {
  readonly label: string;
  /** Of groups of panels, or under it of the panels of one. */
  readonly kind: 'groups' | 'panels';
  readonly selected: Id;
  readonly tabs: readonly { readonly id: Id; readonly title: string }[];
  readonly onSelect: (id: Id) => void;
  /** Between the tabs and what the selected one shows. */
  readonly notes?: ReactNode;
  /** What the selected tab shows. */
  readonly children: ReactNode;
}

/** The names by which a tab and what it shows know each other. */
interface Ids {
  readonly tab: string;
  readonly panel: string | undefined;
}

/**
 * Tabs in one line, which scrolls sideways where it is longer than the page is wide, and under it what the selected one
 * shows. That is no `TabPanel`, which looks after each change in it whether it still has something to tab to, and has
 * the whole page laid out for that, in the middle of the redraw of a chart; here there always is something.
 */
export function TabRow<Id extends string>(props: TabRowProps<Id>) {
  const { label, kind, selected, tabs, onSelect, notes, children } = props;
  const row = useRef<HTMLDivElement>(null);
  const [ids, setIds] = useState<Ids>();
  const onSelectedTab = useCallback((tab: HTMLElement | null) => {
    if (tab) setIds({ tab: tab.id, panel: tab.getAttribute('aria-controls') ?? undefined });
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another tab may be out of sight
  useLayoutEffect(() => {
    if (row.current) bringSelectedIntoSight(row.current);
  }, [selected]);
  return (
    <>
      <Tabs
        selectedKey={selected}
        onSelectionChange={(key) => {
          const chosen = tabs.find(({ id }) => id === key);
          if (chosen) onSelect(chosen.id);
        }}
      >
        <TabList ref={row} className={`${styles.row} ${styles[kind]}`} aria-label={label}>
          {tabs.map(({ id, title }) => (
            <Tab
              key={id}
              id={id}
              ref={id === selected ? onSelectedTab : null}
              className={styles.tab as string}
            >
              {title}
            </Tab>
          ))}
        </TabList>
      </Tabs>
      {notes}
      <div key={selected} role="tabpanel" id={ids?.panel} aria-labelledby={ids?.tab}>
        {children}
      </div>
    </>
  );
}

/** Sideways only: `scrollIntoView` would move the page too. */
function bringSelectedIntoSight(row: HTMLElement): void {
  const tab = row.querySelector<HTMLElement>('[aria-selected=true]');
  if (!tab) return;
  const [start, end] = [tab.offsetLeft, tab.offsetLeft + tab.offsetWidth];
  if (start < row.scrollLeft || end > row.scrollLeft + row.clientWidth) {
    row.scrollLeft = start - (row.clientWidth - tab.offsetWidth) / 2;
  }
}
