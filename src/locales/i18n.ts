import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import en from './en.json';
import type takeAway from './en-take-away.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en; 'take-away': typeof takeAway };
    returnNull: false;
  }
}

/** To add a language: its files beside those of English and a line each here. */
const resources = { en: { translation: en } };

/** The words of panels that few visits open come when `loadNamespaces` asks for them, with the panel. */
const LATER: Readonly<Record<string, () => Promise<{ readonly default: typeof takeAway }>>> = {
  'en take-away': () => import('./en-take-away.json'),
};

const later: BackendModule = {
  type: 'backend',
  init: () => undefined,
  async read(language, namespace) {
    const words = await LATER[`${language} ${namespace}`]?.();
    if (!words) throw new Error(`no words of ${namespace} in ${language}`);
    return words.default;
  },
};

/** Languages come with the page, so the first paint already speaks. */
export async function startLanguages(): Promise<void> {
  await i18next
    .use(later)
    .use(initReactI18next)
    .init({
      resources,
      partialBundledLanguages: true,
      lng: 'en',
      fallbackLng: 'en',
      // React escapes what it renders.
      interpolation: { escapeValue: false },
    });
}
