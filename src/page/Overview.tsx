import { useLab } from '../panels/shared/use-lab';
import { offersPanel } from '../state/lessons/lesson-selectors';
import { FirstSteps } from './FirstSteps';
import styles from './Overview.module.css';
import { overviewPanels } from './overview-panels';
import { PanelBoundary } from './PanelBoundary';
import { sidePanelsAt } from './panel-registry';
import type { useFirstSteps } from './use-first-steps';

interface OverviewProps {
  readonly firstSteps: ReturnType<typeof useFirstSteps>;
}

/** The most telling results together. */
export function Overview({ firstSteps: { isShown, onShown, onDismiss } }: OverviewProps) {
  const lesson = useLab((state) => state.lesson);
  const hasCurves = useLab((state) => state.run.settings !== undefined);
  return (
    <div className={styles.overview}>
      {isShown && !lesson && <FirstSteps onShown={onShown} onDismiss={onDismiss} />}
      {sidePanelsAt('overview').map(({ id, Component }) => (
        <div key={id} className={styles.wide}>
          <PanelBoundary>
            <Component />
          </PanelBoundary>
        </div>
      ))}
      {overviewPanels(hasCurves)
        .filter(({ id }) => offersPanel({ lesson }, id))
        .map(({ id, overview, Component }) => (
          <div key={id} className={styles[overview]}>
            <PanelBoundary>
              <Component />
            </PanelBoundary>
          </div>
        ))}
    </div>
  );
}
