import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Header } from './Header';
import { InterruptedBar } from './InterruptedBar';
import { KeepingMessages } from './KeepingMessages';
import { LookBackBar } from './LookBackBar';
import { Messages } from './Messages';
import styles from './Page.module.css';
import { PageParts } from './PageParts';
import { PanelBoundary } from './PanelBoundary';
import { Places } from './Places';
import { sidePanelsAt } from './panel-registry';
import { Results } from './Results';
import { usePainted } from './use-painted';
import { VersionMessages } from './VersionMessages';

interface LabProps {
  /** It returns to where it was left, wherever its address leads. */
  readonly isBack?: boolean;
}

/**
 * The page: set up on the left, the network and its results in the middle, the drawing hand on the right. The hand comes
 * first, since it is what a newcomer tries.
 */
export function Lab({ isBack = false }: LabProps) {
  const { t } = useTranslation();
  const isPainted = usePainted();
  useEffect(() => {
    // The place that the address names has its height only now.
    if (isPainted && !isBack) placeInAddress()?.scrollIntoView();
  }, [isPainted, isBack]);
  return (
    <PageParts>
      <a className={styles.skip} href="#draw">
        {t('app.skip')}
      </a>
      <a className={styles.skip} href="#results">
        {t('app.skipToResults')}
      </a>
      <Header />
      {/* No stop for Tab, but a place for the focus when what had it has gone. */}
      <main className={styles.main} tabIndex={-1}>
        <Messages />
        <KeepingMessages />
        <VersionMessages />
        <InterruptedBar />
        <Panels place="top" />
        <div className={styles.columns}>
          <aside id="train" className={styles.setup} aria-label={t('app.setup')}>
            {isPainted && <Panels place="setup" />}
          </aside>
          <div className={styles.stage}>
            <LookBackBar />
            <div id="inside" className={styles.anchor}>
              {isPainted && <Panels place="network" />}
            </div>
            <div id="results" className={styles.anchor} tabIndex={-1}>
              {isPainted && <Results />}
            </div>
          </div>
          <aside id="draw" className={styles.draw} aria-label={t('app.draw')} tabIndex={-1}>
            <Panels place="draw" />
          </aside>
        </div>
      </main>
      <Places />
    </PageParts>
  );
}

function Panels({ place }: { readonly place: 'top' | 'setup' | 'network' | 'draw' }) {
  return sidePanelsAt(place).map(({ id, Component }) => (
    <PanelBoundary key={id}>
      <Component />
    </PanelBoundary>
  ));
}

const placeInAddress = () => document.getElementById(window.location.hash.slice(1));
