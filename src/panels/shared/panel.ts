import type { ComponentType } from 'react';

/**
 * A panel: one folder, one line in the registry. Its component takes no props: it reads the lab through
 * `useLab` and speaks through `useActions` (panels/use-lab).
 */
export interface Panel {
  /** Unique; also the key of its strings: `panels.<id>.title` is the accessible name of its region. */
  readonly id: string;
  /**
   * - `setup`: left column
   * - `network`: the strip above the results
   * - `results`: a tab, and a share of the overview where `overview` is set
   * - `draw`: right column
   */
  readonly place: 'setup' | 'network' | 'results' | 'draw';
  readonly Component: ComponentType;
  /** Shown on the first results tab too, on half of its width, beside two others, or on all of it. */
  readonly overview?: 'half' | 'tall' | 'wide';
}
