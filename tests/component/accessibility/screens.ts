import i18next from 'i18next';
import { inject } from 'vitest';
import { cdp, page } from 'vitest/browser';
import { changeLanguage } from '../../../src/locales/i18n';
import { LANGUAGE_IDS, type Language } from '../../../src/locales/languages';

declare module 'vitest' {
  interface ProvidedContext {
    /** Every state on every screen, instead of each on one of them. */
    readonly everyScreen: boolean;
  }
}

const THEMES = {
  light: [{ name: 'prefers-color-scheme', value: 'light' }],
  dark: [{ name: 'prefers-color-scheme', value: 'dark' }],
  forced: [
    { name: 'forced-colors', value: 'active' },
    { name: 'prefers-color-scheme', value: 'dark' },
  ],
} as const;
export type Theme = keyof typeof THEMES;

interface Screen {
  readonly theme: Theme;
  readonly language: Language;
  /** CSS pixels */
  readonly width: number;
  /** Whether all that folds is open. */
  readonly isUnfolded: boolean;
}

/** Every theme in every language, wide as it is found and narrow with all that folds open. */
const SCREENS: readonly Screen[] = [
  { width: 1440, isUnfolded: false },
  { width: 390, isUnfolded: true },
].flatMap((layout) =>
  LANGUAGE_IDS.flatMap((language) =>
    (Object.keys(THEMES) as Theme[]).map((theme) => ({ ...layout, language, theme })),
  ),
);

/** As most people have it. */
export const PLAIN: Screen = { theme: 'light', language: 'en', width: 1440, isUnfolded: false };

/** Has no factor in common with their number: each screen has its turn, and the next one is another in all. */
const STRIDE = 5;

/** On which screens a state is looked at: on one, another for each number, or on all of them (AXE_ALL=1). */
export const screensFor = (number: number): readonly Screen[] =>
  inject('everyScreen') ? SCREENS : [SCREENS[(STRIDE * number) % SCREENS.length] as Screen];

export async function turnTo({ theme, language, width, isUnfolded }: Screen): Promise<void> {
  await page.viewport(width, 900);
  await emulate(theme);
  if (i18next.language !== language) await changeLanguage(language);
  for (const fold of document.querySelectorAll('details')) fold.open = isUnfolded;
}

export async function emulate(theme: Theme): Promise<void> {
  const features = [...THEMES[theme], { name: 'prefers-reduced-motion', value: 'reduce' }];
  await cdp().send('Emulation.setEmulatedMedia', { features });
}

/** As the browser found it. */
export async function turnBack(): Promise<void> {
  await cdp().send('Emulation.setEmulatedMedia', { features: [] });
  await changeLanguage('en');
  localStorage.clear();
}
