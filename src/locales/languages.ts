/** To add a language: three files beside those of English, and one entry here. */
export const LANGUAGES = {
  en: {
    name: 'English',
    first: () => import('./en.json'),
    later: () => import('./en-panels.json'),
    glossary: () => import('./glossary/en.json'),
  },
  ru: {
    name: 'Русский',
    first: () => import('./ru.json'),
    later: () => import('./ru-panels.json'),
    glossary: () => import('./glossary/ru.json'),
  },
  uk: {
    name: 'Українська',
    first: () => import('./uk.json'),
    later: () => import('./uk-panels.json'),
    glossary: () => import('./glossary/uk.json'),
  },
} as const;

export type Language = keyof typeof LANGUAGES;
export const LANGUAGE_IDS = Object.keys(LANGUAGES) as Language[];

/** What stands in front of the language in an address. */
export const LANGUAGE_KEY = 'lang';
const STORED = 'digit-lab-language';

/**
 * The first of these that the page speaks: the address, what was chosen here before, what the browser prefers; else
 * English.
 * @param browser - its preferences, best first: 'uk-UA', 'en'
 */
export function chooseLanguage(
  asked: string | null,
  chosen: string | null,
  browser: readonly string[],
): Language {
  return [asked, chosen, ...browser].map(spoken).find((language) => language !== undefined) ?? 'en';
}

/** The language that a wish names ('uk', 'uk-UA'); nothing where the page does not speak it. */
export function spoken(wish: string | null): Language | undefined {
  const name = wish?.toLowerCase().split('-')[0];
  return LANGUAGE_IDS.find((id) => id === name);
}

/** What was chosen in this browser before; nothing where it keeps nothing. */
export function chosenBefore(): string | null {
  try {
    return localStorage.getItem(STORED);
  } catch {
    return null;
  }
}

/** For the next visits, where the browser keeps anything. */
export function keepChoice(language: Language): void {
  try {
    localStorage.setItem(STORED, language);
  } catch {
    // It holds for this visit.
  }
}
