import { useTranslation } from 'react-i18next';
import { panelsAt } from '../panels/registry';
import { Header } from './Header';
import styles from './Lab.module.css';
import { Messages } from './Messages';
import { PanelBoundary } from './PanelBoundary';
import { Places } from './Places';
import { Results } from './Results';

/** The page: set up on the left, the network and its results in the middle, the drawing hand on the right. */
export function Lab() {
  const { t } = useTranslation();
  return (
    <>
      <Header />
      {/* No stop for Tab, but a place for the focus when what had it has gone. */}
      <main className={styles.main} tabIndex={-1}>
        <Messages />
        <aside id="train" className={styles.setup} aria-label={t('app.setup')}>
          <Panels place="setup" />
        </aside>
        <div className={styles.stage}>
          <div id="inside" className={styles.anchor}>
            <Panels place="network" />
          </div>
          <div id="results" className={styles.anchor}>
            <Results />
          </div>
        </div>
        <aside id="draw" className={styles.draw} aria-label={t('app.draw')}>
          <Panels place="draw" />
        </aside>
      </main>
      <Places />
    </>
  );
}

function Panels({ place }: { readonly place: 'setup' | 'network' | 'draw' }) {
  return panelsAt(place).map(({ id, Component }) => (
    <PanelBoundary key={id}>
      <Component />
    </PanelBoundary>
  ));
}
