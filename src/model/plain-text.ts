/** Names in files are anybody's: longer ones say nothing more. */
const LONGEST = 120;

/** A name that can stand in a sentence: marks that turn the direction of writing, and what is no character, are shown as such. */
export function plainText(text: string, { longest = LONGEST } = {}): string {
  const plain = text.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, '\ufffd');
  return plain.length > longest ? `${plain.slice(0, longest)}…` : plain;
}
