import { RESULT_GROUPS, type ResultGroup, type ResultPanel } from '../panels/shared/panel';
import type { PanelId } from '../state/selection/panel-id';
import { OVERVIEW } from '../state/selection/selection-address';
import { RESULT_PANELS } from './panel-registry';

/** What was open last in each group that has been looked at. */
export type LastOpen = Readonly<Partial<Record<ResultGroup, PanelId>>>;

/** The overview is the first of the results. */
export const groupOf = (open: PanelId): ResultGroup => panelOf(open)?.group ?? RESULT_GROUPS[0];

/** Undefined for the overview, which is several of them. */
export const panelOf = (open: PanelId): ResultPanel | undefined =>
  RESULT_PANELS.find(({ id }) => id === open);

/**
 * What has a tab in the row of a group, in the order of the tabs.
 * @param offers - whether a panel is there at all
 */
export function tabsOf(group: ResultGroup, offers: Offers = anything): readonly PanelId[] {
  const ids: readonly PanelId[] = RESULT_PANELS.filter((panel) => panel.group === group).map(({ id }) => id);
  const all: readonly PanelId[] = group === groupOf(OVERVIEW) ? [OVERVIEW, ...ids] : ids;
  return all.filter(offers);
}

type Offers = (panel: PanelId) => boolean;

const anything: Offers = () => true;

/** Where one comes to by choosing a group: to what was open in it last, else to the first of its tabs. */
export const entryOf = (group: ResultGroup, last: LastOpen, tabs: readonly PanelId[]): PanelId => {
  const before = last[group];
  return before && tabs.includes(before) ? before : (tabs[0] ?? OVERVIEW);
};
