import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeLanguage } from '../locales/i18n';
import { LANGUAGE_IDS, LANGUAGES, type Language } from '../locales/languages';
import styles from './LanguageSwitch.module.css';

/** The languages by their own names, so that each finds its own. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'app.language' });
  const [failed, setFailed] = useState<Language>();
  const change = (language: Language) => {
    setFailed(undefined);
    changeLanguage(language).catch(() => setFailed(language));
  };
  return (
    <div className={styles.switch}>
      <select
        aria-label={t('label')}
        value={i18n.language}
        onChange={({ target }) => {
          const language = LANGUAGE_IDS.find((id) => id === target.value);
          if (language) change(language);
        }}
      >
        {LANGUAGE_IDS.map((id) => (
          <option key={id} value={id} lang={id}>
            {LANGUAGES[id].name}
          </option>
        ))}
      </select>
      {failed && (
        <p role="alert" className={styles.failed}>
          {t('failed', { name: LANGUAGES[failed].name })}
        </p>
      )}
    </div>
  );
}
