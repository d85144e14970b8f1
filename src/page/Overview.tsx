import { PanelSlice } from '../panels/shared/panel-slice';
import { useLab } from '../panels/shared/use-lab';
import { offersPanel } from '../state/lessons/lesson-selectors';
import styles from './Overview.module.css';
import { overviewPanels } from './overview-panels';
import { PanelBoundary } from './PanelBoundary';
import { sidePanelsAt } from './panel-registry';

/** The most telling results together. */
export function Overview() {
  const lesson = useLab((state) => state.lesson);
  const hasCurves = useLab((state) => state.run.settings !== undefined);
  return (
    <div className={styles.overview}>
      {sidePanelsAt('overview').map(({ id, Component }) => (
        <div key={id} className={styles.wide}>
          <PanelBoundary>
            <Component />
          </PanelBoundary>
        </div>
      ))}
      {overviewPanels(hasCurves)
        .filter(({ id }) => offersPanel({ lesson }, id))
        .map(({ id, share, Component }) => (
          <div key={id} className={styles[share]}>
            <PanelBoundary>
              <PanelSlice>
                <Component />
              </PanelSlice>
            </PanelBoundary>
          </div>
        ))}
    </div>
  );
}
