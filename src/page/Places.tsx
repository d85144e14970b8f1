import { useTranslation } from 'react-i18next';
import styles from './Places.module.css';

const PLACES = ['draw', 'train', 'inside', 'results'] as const;

/** On a narrow screen, a bar at the bottom that leads to the four places of the page. */
export function Places() {
  const { t } = useTranslation();
  return (
    <nav className={styles.places} aria-label={t('app.places.label')}>
      {PLACES.map((place) => (
        <a key={place} href={`#${place}`}>
          {t(`app.places.${place}`)}
        </a>
      ))}
    </nav>
  );
}
