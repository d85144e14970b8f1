/** Stands in no sentence. */
const MARK = '\u0002';

/**
 * A sentence that is wanted a hundred times with other figures: translated once, and filled each time. To translate it
 * anew takes longer than all the rest of a cell.
 * @param translate - the sentence with these texts as its figures
 * @returns the sentence with figures of its own
 */
export function filledSentence<Name extends string>(
  translate: (places: Readonly<Record<Name, string>>) => string,
  names: readonly Name[],
): (figures: Readonly<Record<Name, string>>) => string {
  const places = names.map((name) => [name, `${MARK}${name}${MARK}`] as const);
  const pieces = translate(Object.fromEntries(places) as Record<Name, string>).split(MARK);
  // Every other piece is the name of a figure.
  return (figures) => pieces.map((piece, i) => (i % 2 === 0 ? piece : figures[piece as Name])).join('');
}
