/** A line of a pen, as `ink/stroke.ts` has it. */
export interface PenStroke {
  readonly points: readonly { readonly x: number; readonly y: number; readonly weight?: number }[];
  /** CSS pixels of the 280×280 pad */
  readonly width: number;
  readonly erases?: boolean;
}

/** A digit that a person drew, and said which it is. */
export interface OwnDigit {
  /** Told from its image: two of the same image are one digit. */
  readonly id: string;
  /** 0 to 9 */
  readonly label: number;
  /** When it was collected: ISO 8601, UTC. */
  readonly date: string;
  readonly strokes: readonly PenStroke[];
  /** An image that was drawn over, [784], 0 to 255. */
  readonly print?: Uint8Array;
  /** As the network gets it, [784], 0 background to 255 ink. */
  readonly image: Uint8Array;
}

/** Whether what a browser has kept is one: other programs and other versions write there too. */
export function isOwnDigit(kept: unknown): kept is OwnDigit {
  const { id, label, date, strokes, print, image } = Object(kept) as Partial<Record<keyof OwnDigit, unknown>>;
  return (
    isImage(image) &&
    (print === undefined || isImage(print)) &&
    id === ownDigitId(image) &&
    typeof date === 'string' &&
    Number.isInteger(label) &&
    Number(label) >= 0 &&
    Number(label) <= 9 &&
    Array.isArray(strokes) &&
    strokes.every((stroke) => typeof stroke?.width === 'number' && isLine(stroke.points))
  );
}

const isImage = (value: unknown): value is Uint8Array => value instanceof Uint8Array && value.length === 784;
const isLine = (points: unknown): boolean =>
  Array.isArray(points) && points.every((point) => Number.isFinite(point?.x) && Number.isFinite(point?.y));

/** More than these are not kept: someone's hand shows in a tenth of them. */
export const MOST_OWN_DIGITS = 1_000;

/** @param image - [784] */
export const ownDigitId = (image: Uint8Array): string => bytesToText(image);

/** Of 784 bytes the base64 has this many characters. */
export const IMAGE_TEXT = 4 * Math.ceil(784 / 3);

export const bytesToText = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

/** @param text - base64, as the function above writes it */
export const textToBytes = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

/** Oldest first; of the same moment always in the same order, since every third is held out. */
export const inOrder = (digits: readonly OwnDigit[]): readonly OwnDigit[] =>
  [...digits].sort((a, b) => compare(a.date, b.date) || compare(a.id, b.id));

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Of so many digits one is held out of a fine-tuning, to be read before and after. */
export const HELD_OUT_OF = 3;

/**
 * Which digits a fine-tuning leaves out: every third. Where the network has learnt from some before, as many of the
 * others, so that none is held out that it knows.
 * @param digits - oldest first
 * @param learntFrom - ids
 * @returns ids
 */
export function heldOutOf(digits: readonly OwnDigit[], learntFrom: ReadonlySet<string>): ReadonlySet<string> {
  const unseen = digits.filter(({ id }) => !learntFrom.has(id));
  const held =
    unseen.length === digits.length
      ? unseen.filter((_, position) => position % HELD_OUT_OF === HELD_OUT_OF - 1)
      : unseen.slice(0, Math.floor(digits.length / HELD_OUT_OF));
  return new Set(held.map(({ id }) => id));
}
