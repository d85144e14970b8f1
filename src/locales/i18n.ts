import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { withArticle } from './article';
import type en from './en.json';
import type later from './en-panels.json';
import { keepChoice, LANGUAGES, type Language } from './languages';

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

let arePanelTextsWanted = false;

/**
 * The language in use alone is fetched, before the first paint.
 * @throws what the import throws when its file can't be had
 */
export async function startLanguages(language: Language = 'en'): Promise<void> {
  const { default: translation } = await LANGUAGES[language].first();
  await i18next.use(initReactI18next).init({
    resources: { [language]: { translation } },
    lng: language,
    fallbackLng: false,
    // React escapes what it renders.
    interpolation: { escapeValue: false },
  });
  // Their names are taken without regard to capitals.
  i18next.services.formatter?.add('article', (name) => withArticle(String(name)));
  i18next.services.formatter?.add('capital', (name) => `A${withArticle(String(name)).slice(1)}`);
  tellPage();
}

/** Whose files come first says nothing of what was chosen last. */
let lastChoice = 0;

/**
 * The page speaks another language from now on, unless yet another is chosen before its files are here.
 * @throws what the import throws when its files can't be had: it goes on in the one that it has
 */
export async function changeLanguage(language: Language): Promise<void> {
  lastChoice += 1;
  const choice = lastChoice;
  try {
    await addTexts(language);
  } catch (error) {
    if (choice === lastChoice) throw error;
  }
  if (choice !== lastChoice) return;
  await i18next.changeLanguage(language);
  keepChoice(language);
  tellPage();
}

/**
 * The texts of the panels that are fetched when they are opened, with them: more than all others together.
 * @throws what the import throws when the file can't be had; the next call tries again
 */
export async function fetchPanelTexts(): Promise<void> {
  arePanelTextsWanted = true;
  await addPanelTexts(i18next.language as Language);
}

async function addTexts(language: Language): Promise<void> {
  const { default: translation } = await LANGUAGES[language].first();
  i18next.addResourceBundle(language, 'translation', translation, true);
  if (arePanelTextsWanted) await addPanelTexts(language);
}

async function addPanelTexts(language: Language): Promise<void> {
  const { default: texts } = await LANGUAGES[language].later();
  i18next.addResourceBundle(language, 'translation', texts, true);
}

/** What a ready lesson says, by its name. @throws as `fetchPanelTexts` */
export async function lessonTexts(id: keyof Later['lessons']['ready']) {
  await fetchPanelTexts();
  return i18next.t(`panels.lessons.ready.${id}`, { returnObjects: true });
}

/** What reads the page aloud, hyphenates it or offers to translate it goes by this. */
function tellPage(): void {
  if (typeof document === 'undefined') return;
  document.documentElement.lang = i18next.language;
}
