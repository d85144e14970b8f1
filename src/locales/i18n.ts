import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import en from './en.json';
import type later from './en-panels.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: Texts };
    returnNull: false;
  }
}

type Panels = (typeof en)['panels'];
type Later = (typeof later)['panels'];
/** All of them, in one tree. */
type Texts = Omit<typeof en, 'panels'> & {
  panels: {
    [Panel in keyof Panels]: Panel extends keyof Later ? Panels[Panel] & Later[Panel] : Panels[Panel];
  };
};

/** To add a language: two files beside those of English and one line here. */
const LANGUAGES = { en: { first: en, later: () => import('./en-panels.json') } };
type Language = keyof typeof LANGUAGES;

const first = (language: Language) => ({ translation: LANGUAGES[language].first });

/** Languages come with the page, so the first paint already speaks. */
export async function startLanguages(): Promise<void> {
  await i18next.use(initReactI18next).init({
    resources: { en: first('en') },
    lng: 'en',
    fallbackLng: 'en',
    // React escapes what it renders.
    interpolation: { escapeValue: false },
  });
}

/**
 * The texts of the panels that are fetched when they are opened, with them: more than all others together.
 * @throws what the import throws when the file can't be had; the next call tries again
 */
export async function fetchPanelTexts(): Promise<void> {
  const { default: texts } = await LANGUAGES.en.later();
  i18next.addResourceBundle('en', 'translation', texts, true);
}

/** What a ready lesson says, by its name. @throws as `fetchPanelTexts` */
export async function lessonTexts(id: keyof Later['lessons']['ready']) {
  await fetchPanelTexts();
  return i18next.t(`panels.lessons.ready.${id}`, { returnObjects: true });
}
