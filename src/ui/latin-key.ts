/** On a US keyboard: what the keys write whose `code` does not say so. */
const BRACKETS: Readonly<Record<string, string>> = { BracketLeft: '[', BracketRight: ']' };

/**
 * What a key means as a shortcut, in small letters. It is what it writes where that is Latin, so that Ctrl+Z is the key
 * with the Z on it on a French keyboard too. Where it writes Cyrillic, Greek, an accent to come or what an input method
 * makes of it, it is what stands at that place on a US keyboard: as programs outside of browsers have it.
 */
export function latinKey({ key, code }: Pick<KeyboardEvent, 'key' | 'code'>): string {
  const isOther = key > '~' || key === 'Dead' || key === 'Process' || key === 'Unidentified';
  const usual = isOther ? (/^Key([A-Z])$/.exec(code)?.[1] ?? BRACKETS[code]) : undefined;
  return (usual ?? key).toLowerCase();
}
