import type en from './glossary/en.json';
import { LANGUAGE_IDS, LANGUAGES } from './languages';

/** A word of the field that the page explains. */
export type TermId = keyof typeof en;

interface Explained {
  readonly name: string;
  /** What it is. */
  readonly what: string;
  /** What it does to the training, or to what is made of it. */
  readonly does: string;
  /** One number to try, or to know. */
  readonly try: string;
}
export type Glossary = Readonly<Record<TermId, Explained>>;

/**
 * All words, in one language: fetched when the first of them is asked for.
 * @throws what the import throws when the file can't be had; the next call tries again
 */
export async function fetchGlossary(language: string): Promise<Glossary> {
  const id = LANGUAGE_IDS.find((one) => one === language) ?? 'en';
  const { default: words } = await LANGUAGES[id].glossary();
  return words;
}
