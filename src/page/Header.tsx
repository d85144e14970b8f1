import { useTranslation } from 'react-i18next';
import { useLab } from '../panels/shared/use-lab';
import { lookedAt } from '../state/look-back/look-back-selectors';
import { formatCount } from '../ui/format';
import styles from './Header.module.css';
import { HelpButton } from './hints/HelpButton';
import { Hint } from './hints/Hint';
import { LanguageSwitch } from './LanguageSwitch';
import { RunButtons } from './RunButtons';
import { RunStatus } from './RunStatus';

/** Always in sight: the run, what it does, and where it runs. */
export function Header() {
  const { t } = useTranslation();
  return (
    <header className={styles.header}>
      <h1 className={styles.brand} translate="no">
        <Mark />
        {t('app.title')}
      </h1>
      <div className={styles.run}>
        <RunButtons />
        <RunStatus />
        <Hint id="train" />
      </div>
      <ThenChip />
      <EngineChip />
      <LanguageSwitch />
      <HelpButton />
    </header>
  );
}

/** Wherever one reads on the page: it is of then. */
function ThenChip() {
  const { t } = useTranslation('translation', { keyPrefix: 'app.lookBack' });
  const run = useLab((state) => lookedAt(state)?.run.number);
  const epoch = useLab((state) => state.lookBack?.epoch);
  if (run === undefined || epoch === undefined) return null;
  return (
    <span className={styles.chip} data-then>
      {t('chip', { run, epoch })}
    </span>
  );
}

function EngineChip() {
  const { t, i18n } = useTranslation();
  const backend = useLab((state) => state.readout?.backend);
  const speed = useLab((state) => state.run.progress?.imagesPerSecond);
  return (
    <span className={styles.chip} aria-hidden="true">
      {backend ? <b>{t(`settings.backend.options.${backend}`)}</b> : t('panels.engine.starting')}
      {speed !== undefined && (
        <span className={styles.speed}>
          {` · ${t('run.speed', { speed: formatCount(speed, i18n.language) })}`}
        </span>
      )}
    </span>
  );
}

/** A digit on black, as the network sees it. */
function Mark() {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true" className={styles.mark}>
      <rect width="20" height="20" rx="5" fill="#000" stroke="var(--line)" />
      <path
        d="M6 5.5h8c-2.6 2.6-4 5.4-4.6 9"
        fill="none"
        stroke="#fff"
        strokeWidth="2.2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
