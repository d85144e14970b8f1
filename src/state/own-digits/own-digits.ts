import type { LabelledImages } from '../../data/dataset';
import type { Drawing } from '../../ink/drawing';
import { INPUT_SIZE } from '../../model/network';
import type { OwnDigit } from '../../model/own-digit';
import type { OwnFileProblem } from '../../model/own-digits-file';

/** Where a person's digits are kept beyond this visit. Each may be refused. */
export interface DigitStore {
  all(): Promise<readonly OwnDigit[]>;
  put(digits: readonly OwnDigit[]): Promise<void>;
  /** @returns as what it is kept now: unchanged if it had another label than `from`, undefined where it is gone */
  relabel(id: string, from: number, to: number): Promise<OwnDigit | undefined>;
  remove(ids: readonly string[]): Promise<void>;
  removeAll(): Promise<void>;
  /** By another tab. */
  onChange(listener: () => void): void;
  /** A later version of the page has taken over: each work fails from now on, with an error called `NewerPage`. */
  onNewer(listener: () => void): void;
}

/** The digits that a person drew and named. */
export interface OwnDigits {
  /** It is known what was kept before. */
  readonly isLoaded: boolean;
  /** Oldest first. */
  readonly digits: readonly OwnDigit[];
  /**
   * Whether all of them outlast this visit.
   * - `blocked`: the browser keeps nothing here
   * - `newer`: a later version of this page has taken over what is kept
   * - `refused`: the browser did not do what it was asked to last, as where its disk is full
   */
  readonly keeping: 'kept' | 'blocked' | 'newer' | 'refused';
  /** The last drawing that was collected. */
  readonly collected: CollectedDrawing | undefined;
  /** What came of the last file. */
  readonly imported: Imported | undefined;
  /** What was done to one digit last, which can be taken back. */
  readonly changed: ChangedDigit | undefined;
}

interface CollectedDrawing {
  readonly drawing: Drawing;
  readonly id: string;
  /** It outlasts this visit; undefined until that is known. */
  readonly isKept: boolean | undefined;
}

export interface ChangedDigit {
  readonly before: OwnDigit;
  /** The label that it has now; undefined where it was removed. */
  readonly label: number | undefined;
}

export type Imported =
  | { readonly ok: true; readonly added: number; readonly duplicates: number }
  | { readonly ok: false; readonly problem: OwnFileProblem | { readonly code: 'unreadable' | 'no-room' } };

export const NO_OWN_DIGITS: OwnDigits = {
  isLoaded: false,
  digits: [],
  keeping: 'kept',
  collected: undefined,
  imported: undefined,
  changed: undefined,
};

/** All digits, as the engine takes them. */
export function ownImages(digits: readonly OwnDigit[]): LabelledImages {
  const images = new Uint8Array(digits.length * INPUT_SIZE);
  for (const [i, { image }] of digits.entries()) images.set(image, i * INPUT_SIZE);
  return { images, labels: Uint8Array.from(digits, ({ label }) => label) };
}

/** A picture of the data set, untouched, is nobody's hand. */
export const isOwnHand = ({ scannedInk, strokes }: Drawing): boolean =>
  scannedInk !== undefined || strokes.some(({ erases }) => !erases);
