import type { LabelledImages } from '../../data/dataset';
import type { Drawing } from '../../ink/drawing';
import { ALL_STEPS } from '../../ink/steps';
import { INPUT_SIZE } from '../../model/network';
import { inOrder, isOwnDigit, MOST_OWN_DIGITS, type OwnDigit, ownDigitId } from '../../model/own-digit';
import { LARGEST_FILE, type OwnFileProblem, readOwnDigitsFile } from '../../model/own-digits-file';
import { drawnImage } from '../drawing/drawn-image';

/** Where a person's digits are kept beyond this visit. Each may be refused. */
export interface DigitStore {
  all(): Promise<readonly OwnDigit[]>;
  put(digits: readonly OwnDigit[]): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
}

/** The digits that a person drew and named. */
export interface OwnDigits {
  /** It is known what was kept before. */
  readonly isLoaded: boolean;
  /** Oldest first. */
  readonly digits: readonly OwnDigit[];
  /** They outlast this visit. */
  readonly isLasting: boolean;
  /** The last drawing that was collected. */
  readonly collected: { readonly drawing: Drawing; readonly id: string } | undefined;
  /** What came of the last file. */
  readonly imported: Imported | undefined;
  /** What was done to one digit last, which can be taken back. */
  readonly changed: ChangedDigit | undefined;
}

interface ChangedDigit {
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
  isLasting: true,
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

interface KeeperParts {
  readonly store: Promise<DigitStore>;
  readonly state: () => OwnDigits;
  readonly put: (patch: Partial<OwnDigits>) => void;
  /** The date and time of now, ISO 8601, UTC. */
  readonly date: () => string;
  /** Lets the page draw, and what a person does come in. */
  readonly yieldToEventLoop: () => Promise<void>;
}

/** Keeps a person's digits, for this visit where the browser keeps nothing longer. */
export class OwnDigitRepository {
  constructor(private readonly parts: KeeperParts) {}

  async load(): Promise<void> {
    const { store, put } = this.parts;
    const kept = await store.then((opened) => opened.all()).catch(() => undefined);
    const sound = kept?.filter(isOwnDigit);
    put({
      isLoaded: true,
      ...(sound ? { digits: this.with(sound, 'as they are') } : { isLasting: false }),
    });
  }

  /** Takes a drawing in; one that was taken in before gets this label instead. */
  collect(drawing: Drawing, label: number): void {
    // As MNIST was made, whatever steps are switched off just now: that is what a hand is judged by.
    const seen = isOwnHand(drawing) && drawnImage(drawing, ALL_STEPS);
    if (!seen) return;
    const image = bytesOf(seen.image);
    const id = ownDigitId(image);
    const { digits } = this.parts.state();
    const known = digits.find((digit) => digit.id === id);
    if (!known && digits.length >= MOST_OWN_DIGITS) return;
    const { strokes, baseImage: print } = drawing;
    const digit = known
      ? { ...known, label }
      : { id, label, date: this.parts.date(), strokes, ...(print && { print: bytesOf(print) }), image };
    this.parts.put({
      digits: this.with([digit], 'replaced'),
      collected: { drawing, id },
      changed: undefined,
    });
    this.keep((store) => store.put([digit]));
  }

  /** Says of a digit that it is another. @param label - 0 to 9 */
  relabel(id: string, label: number): void {
    const { digits, changed } = this.parts.state();
    const digit = digits.find((each) => each.id === id);
    if (!digit || digit.label === label) return;
    // Labels that are passed by arrow keys on the way to another are one change.
    const before = changed?.before.id === id ? changed.before : digit;
    this.replace({ ...digit, label }, before.label === label ? undefined : { before, label });
  }

  /**
   * Shown as gone only when they are: a page that is closed at once must not bring them back. One by itself can be
   * brought back by `takeBack`.
   */
  async remove(ids: readonly string[]): Promise<void> {
    this.parts.put({ imported: undefined, changed: undefined });
    await this.keep((store) => store.remove(ids));
    const gone = new Set(ids);
    const { digits } = this.parts.state();
    const [before, ...more] = digits.filter(({ id }) => gone.has(id));
    this.parts.put({
      digits: digits.filter(({ id }) => !gone.has(id)),
      changed: before && more.length === 0 ? { before, label: undefined } : undefined,
    });
  }

  /** Undoes what was done to one digit last. */
  takeBack(): void {
    const { changed } = this.parts.state();
    if (changed) this.replace(changed.before, undefined);
  }

  /** Adds what is in a file and was not there; all of it or nothing. */
  async takeFile(file: Blob): Promise<void> {
    const { put, yieldToEventLoop } = this.parts;
    put({ imported: await this.read(file, yieldToEventLoop) });
  }

  private async read(file: Blob, yieldToEventLoop: () => Promise<void>): Promise<Imported> {
    if (file.size > LARGEST_FILE) return { ok: false, problem: { code: 'too-large' } };
    const text = await file.text().catch(() => undefined);
    if (text === undefined) return { ok: false, problem: { code: 'unreadable' } };
    const reading = await readOwnDigitsFile(text, yieldToEventLoop);
    if (!reading.ok) return reading;
    const { digits } = this.parts.state();
    const known = new Set(digits.map(({ id }) => id));
    const added = new Map(
      reading.digits.filter(({ id }) => !known.has(id)).map((digit) => [digit.id, digit]),
    );
    if (digits.length + added.size > MOST_OWN_DIGITS) return { ok: false, problem: { code: 'no-room' } };
    const fresh = [...added.values()];
    this.parts.put({ digits: this.with(fresh, 'as they are'), changed: undefined });
    this.keep((store) => store.put(fresh));
    return { ok: true, added: fresh.length, duplicates: reading.digits.length - fresh.length };
  }

  private replace(digit: OwnDigit, changed: ChangedDigit | undefined): void {
    this.parts.put({ digits: this.with([digit], 'replaced'), changed, imported: undefined });
    this.keep((store) => store.put([digit]));
  }

  /** With others, of which those that are there already take their place or not. */
  private with(others: readonly OwnDigit[], known: 'replaced' | 'as they are'): readonly OwnDigit[] {
    const { digits } = this.parts.state();
    const all = known === 'replaced' ? [...digits, ...others] : [...others, ...digits];
    return inOrder([...new Map(all.map((digit) => [digit.id, digit])).values()]);
  }

  private keep(change: (store: DigitStore) => Promise<void>): Promise<void> {
    return this.parts.store.then(change).catch(() => this.parts.put({ isLasting: false }));
  }
}

const bytesOf = (image: Float32Array): Uint8Array =>
  Uint8Array.from(image, (value) => Math.round(255 * value));
