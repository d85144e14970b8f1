import { useLayoutEffect, useRef } from 'react';
import { Tab, TabList } from 'react-aria-components';
import styles from './TabRow.module.css';

interface TabRowProps<Id extends string> {
  readonly label: string;
  /** Of groups of panels, or under it of the panels of one. */
  readonly kind: 'groups' | 'panels';
  readonly selected: Id;
  readonly tabs: readonly { readonly id: Id; readonly title: string }[];
}

/** Tabs in one line, which scrolls sideways where it is longer than the page is wide. */
export function TabRow<Id extends string>({ label, kind, selected, tabs }: TabRowProps<Id>) {
  const row = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another tab may be out of sight
  useLayoutEffect(() => {
    if (row.current) bringSelectedIntoSight(row.current);
  }, [selected]);
  return (
    <TabList ref={row} className={`${styles.row} ${styles[kind]}`} aria-label={label}>
      {tabs.map(({ id, title }) => (
        <Tab key={id} id={id} className={styles.tab as string}>
          {title}
        </Tab>
      ))}
    </TabList>
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
