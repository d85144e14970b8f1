import { useTranslation } from 'react-i18next';
import { isTrained } from '../../state/network/network-selectors';
import { isActive } from '../../state/run/run-state';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { Explanation } from '../../ui/Explanation';
import { formatNumber } from '../../ui/format';
import { Note } from '../../ui/Note';
import { Section } from '../../ui/Section';
import { Toolbar } from '../../ui/Toolbar';
import { PanelTerms } from '../shared/panel-terms';
import { StartTraining } from '../shared/start-training';
import { useActions, useLab } from '../shared/use-lab';
import styles from './Library.module.css';
import { NetworkItem } from './NetworkItem';

const MEGABYTE = 1e6;

/** The networks that are kept in this browser. */
export function Library() {
  const { t: tAll } = useTranslation();
  const { t } = useTranslation('translation', { keyPrefix: 'panels.library' });
  const networks = useLab((state) => state.networks);
  const keeping = useLab((state) => state.keeping);
  if (keeping === 'blocked' || keeping === 'newer') {
    return (
      <Section title={t('title')}>
        <EmptyState text={tAll(`app.keeping.${keeping}`)} />
      </Section>
    );
  }
  return (
    <Section title={t('title')} note={networks?.length ? t('note', { count: networks.length }) : undefined}>
      <Explanation question={tAll('explain')}>
        <p>{t('explanation.what')}</p>
        <p>{t('explanation.room')}</p>
        <p>{t('explanation.where')}</p>
        <PanelTerms panel="library" />
      </Explanation>
      <Tools />
      {!networks && <EmptyState text={t('loading')} />}
      {networks?.length === 0 && (
        <EmptyState text={t('empty')}>
          <StartTraining />
        </EmptyState>
      )}
      {networks && networks.length > 0 && (
        <ul className={styles.list} aria-label={t('title')}>
          {networks.map((network) => (
            <NetworkItem key={network.id} network={network} />
          ))}
        </ul>
      )}
      <SpaceNote />
    </Section>
  );
}

function Tools() {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.library' });
  const isIdle = useLab((state) => !isActive(state.run.phase));
  // One that was deleted, here or in another tab, may still be in use.
  const isKept = useLab(
    ({ networks, openedNetwork }) => networks?.some(({ id }) => id === openedNetwork) ?? false,
  );
  const trained = useLab(isTrained);
  const deleted = useLab((state) => state.deletedNetwork);
  const { keepNetwork, bringNetworkBack } = useActions();
  return (
    <Toolbar>
      <Button isDisabled={!isIdle || !trained || isKept} onPress={keepNetwork}>
        {t(isKept ? 'isKept' : 'keep')}
      </Button>
      {deleted && (
        <>
          <span role="status">{t('deleted', { name: deleted.name || deleted.notation })}</span>
          <Button
            onPress={(press) => {
              // The button goes; the focus stays in the panel.
              press.currentTarget.closest('section')?.querySelector('button')?.focus();
              bringNetworkBack();
            }}
          >
            {t('bringBack')}
          </Button>
        </>
      )}
    </Toolbar>
  );
}

function SpaceNote() {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.library' });
  const space = useLab((state) => state.space);
  if (!space) return null;
  const megabytes = (bytes: number) => formatNumber(bytes / MEGABYTE, i18n.language, bytes < 1e8 ? 1 : 0);
  const left = megabytes(Math.max(0, space.all - space.used));
  return (
    <Note>
      {t('space', { used: megabytes(space.used), left })} {t(`lasts.${space.lasts}`)}
    </Note>
  );
}
