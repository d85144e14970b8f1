import type { ComponentType } from 'react';
import type { PanelId } from '../../state/selection/panel-id';

/** In the order of their tabs. */
export const RESULT_GROUPS = ['results', 'inside', 'data', 'runs'] as const;

/** Results that belong together: they share a row of tabs. */
export type ResultGroup = (typeof RESULT_GROUPS)[number];

/**
 * A panel: one folder, one line in the registry. Its component takes no props: it reads the lab through
 * `useLab` and speaks through `useActions` (panels/shared/use-lab).
 */
interface Panel {
  readonly Component: ComponentType;
}

/** A panel without a tab. */
export interface SidePanel extends Panel {
  /** Unique. */
  readonly id: string;
  /**
   * - `setup`: left column
   * - `network`: the strip above the results
   * - `top`: above all of them, while it has something to say
   * - `draw`: right column
   * - `overview`: first on the overview, while it has something to say
   */
  readonly place: 'top' | 'setup' | 'network' | 'draw' | 'overview';
}

/** A panel with a tab of its own. */
export interface ResultPanel extends Panel {
  /** Also the key of its strings: `panels.<id>.title` names its tab and its region. */
  readonly id: Exclude<PanelId, 'overview'>;
  readonly place: 'results';
  readonly group: ResultGroup;
}
