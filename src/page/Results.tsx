import { useDeferredValue } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useActions, useLab } from '../panels/shared/use-lab';
import { OVERVIEW } from '../state/selection/selection-address';
import { EditedNote } from './EditedNote';
import { FineTunedNote } from './FineTunedNote';
import { PanelBoundary } from './PanelBoundary';
import { PretrainedNote } from './PretrainedNote';
import { panelsAt } from './panel-registry';
import styles from './Results.module.css';

/** Shown first of all, so that the page answers before its results are rendered. */
const NOTHING = '';

/** The result panels: the most telling ones together on the first tab, each alone on its own. */
export function Results() {
  const { t } = useTranslation();
  const panels = panelsAt('results');
  const open = useLab((state) => state.panel);
  // A tab answers at once; its panels follow in slices of time, since four of them in one go would hold up the page.
  const shown = useDeferredValue(open, NOTHING);
  const actions = useActions();
  const title = (id: string) => t(`panels.${id}.title` as 'panels.data.title');
  return (
    <Tabs
      className={styles.tabs as string}
      selectedKey={open}
      onSelectionChange={(panel) => actions.open(String(panel))}
    >
      <TabList className={styles.list as string} aria-label={t('app.results')}>
        <Tab id={OVERVIEW} className={styles.tab as string}>
          {t('app.overview')}
        </Tab>
        {panels.map(({ id }) => (
          <Tab key={id} id={id} className={styles.tab as string}>
            {title(id)}
          </Tab>
        ))}
      </TabList>
      <PretrainedNote />
      <EditedNote />
      <FineTunedNote />
      <TabPanel id={OVERVIEW} className={styles.overview as string}>
        {panels
          .filter(({ overview }) => overview && shown === OVERVIEW)
          .map(({ id, overview, Component }) => (
            <div key={id} className={overview && styles[overview]}>
              <PanelBoundary>
                <Component />
              </PanelBoundary>
            </div>
          ))}
      </TabPanel>
      {panels.map(({ id, Component }) => (
        <TabPanel key={id} id={id} className={styles.alone as string}>
          <PanelBoundary>{shown === id && <Component />}</PanelBoundary>
        </TabPanel>
      ))}
    </Tabs>
  );
}
