import styles from './Overview.module.css';
import { PanelBoundary } from './PanelBoundary';
import { RESULT_PANELS } from './panel-registry';

/** The highest first: the others stand beside it, and what takes all of the width under them. */
const ORDER = ['tall', 'half', 'wide'] as const;

const PANELS = ORDER.flatMap((share) => RESULT_PANELS.filter(({ overview }) => overview === share));

/** The most telling results together. */
export function Overview() {
  return (
    <div className={styles.overview}>
      {PANELS.map(({ id, overview, Component }) => (
        <div key={id} className={overview && styles[overview]}>
          <PanelBoundary>
            <Component />
          </PanelBoundary>
        </div>
      ))}
    </div>
  );
}
