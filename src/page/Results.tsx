import { useDeferredValue, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { RESULT_GROUPS } from '../panels/shared/panel';
import { PanelSlice } from '../panels/shared/panel-slice';
import { useClassWording } from '../panels/shared/use-class-names';
import { useActions, useLab } from '../panels/shared/use-lab';
import { isCovered, offersPanel } from '../state/lessons/lesson-selectors';
import type { PanelId } from '../state/selection/panel-id';
import { Covered } from './Covered';
import { EditedNote } from './EditedNote';
import { FineTunedNote } from './FineTunedNote';
import { Hint } from './hints/Hint';
import { Overview } from './Overview';
import { PanelBoundary } from './PanelBoundary';
import { PretrainedNote } from './PretrainedNote';
import styles from './Results.module.css';
import { entryOf, groupOf, type LastOpen, panelOf, tabsOf } from './result-groups';
import { TabRow } from './TabRow';
import { useHeldHeight } from './use-held-height';

/** Shown first of all, so that the page answers before its results are rendered. */
const NOTHING = undefined;

/** The results: a row of groups, under it a row of what is in the chosen one, under that what is open. */
export function Results() {
  const { t } = useTranslation();
  const open = useLab((state) => state.panel);
  // A tab answers at once; its panels follow in slices of time, since four of them in one go would hold up the page.
  const shown = useDeferredValue(open, NOTHING);
  const actions = useActions();
  const group = groupOf(open);
  const last = useRef<LastOpen>({});
  useEffect(() => {
    last.current = { ...last.current, [group]: open };
  }, [group, open]);
  const lesson = useLab((state) => state.lesson);
  const offers = (panel: PanelId) => offersPanel({ lesson }, panel);
  const tabs = tabsOf(group, offers);
  const groups = RESULT_GROUPS.filter((each) => tabsOf(each, offers).length > 0);
  const covered = useLab(isCovered);
  const wording = useClassWording();
  const height = useHeldHeight(open !== shown);
  return (
    <div className={styles.results} {...height}>
      <TabRow
        label={t('app.groups.label')}
        kind="groups"
        selected={group}
        tabs={groups.map((id) => ({ id, title: t(`app.groups.${id}`) }))}
        onSelect={(chosen) => actions.open(entryOf(chosen, last.current, tabsOf(chosen, offers)))}
      >
        <TabRow
          key={group}
          label={t(`app.groups.${group}`)}
          kind="panels"
          selected={open}
          tabs={tabs.map((id) => ({
            id,
            title: id === 'overview' ? t('app.overview') : t(`panels.${id}.title`, wording),
          }))}
          onSelect={actions.open}
          notes={
            <>
              <PretrainedNote />
              <EditedNote />
              <FineTunedNote />
              <Hint id="break" />
            </>
          }
        >
          {covered ? <Covered /> : shown === open && <Open id={open} />}
        </TabRow>
      </TabRow>
    </div>
  );
}

/** The panel that is open, or the overview. */
function Open({ id }: { readonly id: PanelId }) {
  const Component = panelOf(id)?.Component;
  if (!Component) return <Overview />;
  return (
    <div className={styles.alone}>
      <PanelBoundary>
        <PanelSlice>
          <Component />
        </PanelSlice>
      </PanelBoundary>
    </div>
  );
}
