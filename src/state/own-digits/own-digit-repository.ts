import type { Drawing } from '../../ink/drawing';
import { ALL_STEPS } from '../../ink/steps';
import { inOrder, isOwnDigit, MOST_OWN_DIGITS, type OwnDigit, ownDigitId } from '../../model/own-digit';
import { LARGEST_FILE, readOwnDigitsFile } from '../../model/own-digits-file';
import { fittingStrokes } from '../../model/own-strokes';
import { drawnImage } from '../drawing/drawn-image';
import { isNewerPage } from '../keeping/keeper';
import { type ChangedDigit, type DigitStore, type Imported, isOwnHand, type OwnDigits } from './own-digits';

interface RepositoryParts {
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
  /** The last attempt to keep each digit that is here and, as far as is known, nowhere else. By id. */
  private readonly unkept = new Map<string, symbol>();
  /** The last new label of each digit that the browser has not taken yet. By id. */
  private readonly relabelled = new Map<string, symbol>();

  constructor(private readonly parts: RepositoryParts) {}

  async load(): Promise<void> {
    const { put } = this.parts;
    try {
      const store = await this.parts.store;
      store.onChange(() => void this.showKept());
      store.onNewer(() => put({ keeping: 'newer' }));
    } catch (error) {
      put({ keeping: isNewerPage(error) ? 'newer' : 'blocked' });
    }
    await this.showKept();
    put({ isLoaded: true });
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
    const { baseImage: print } = drawing;
    const strokes = fittingStrokes(drawing.strokes);
    const digit = known
      ? { ...known, label }
      : { id, label, date: this.parts.date(), strokes, ...(print && { print: bytesOf(print) }), image };
    this.parts.put({
      digits: this.with([digit]),
      collected: { drawing, id, isKept: undefined },
      changed: undefined,
    });
    void this.keep([id]);
  }

  /** Says of a digit that it is another. @param label - 0 to 9 */
  relabel(id: string, label: number): void {
    const { digits, changed } = this.parts.state();
    const digit = digits.find((each) => each.id === id);
    if (!digit || digit.label === label) return;
    // Labels that are passed by arrow keys on the way to another are one change.
    const before = changed?.before.id === id ? changed.before : digit;
    void this.setLabel(digit, label, before.label === label ? undefined : { before, label });
  }

  /**
   * Shown as gone only when they are: a page that is closed at once must not bring them back. One by itself can be
   * brought back by `takeBack`.
   */
  async remove(ids: readonly string[]): Promise<void> {
    this.parts.put({ imported: undefined, changed: undefined });
    const isDone = await this.change((store) => store.remove(ids));
    const gone = new Set(isDone ? ids : ids.filter((id) => this.unkept.has(id)));
    for (const id of gone) this.unkept.delete(id);
    const { digits } = this.parts.state();
    const [before, ...more] = digits.filter(({ id }) => gone.has(id));
    this.parts.put({
      digits: digits.filter(({ id }) => !gone.has(id)),
      changed: before && more.length === 0 ? { before, label: undefined } : undefined,
    });
  }

  /** Those too that another tab has kept. Shown as gone only when they are. */
  async removeAll(): Promise<void> {
    this.parts.put({ imported: undefined, changed: undefined });
    const isDone = await this.change((store) => store.removeAll());
    const left = isDone ? [] : this.parts.state().digits.filter(({ id }) => !this.unkept.has(id));
    this.unkept.clear();
    this.parts.put({ digits: left });
  }

  /** Undoes what was done to one digit last. */
  takeBack(): void {
    const { digits, changed } = this.parts.state();
    if (!changed) return;
    const { before } = changed;
    const digit = digits.find(({ id }) => id === before.id);
    if (changed.label !== undefined) {
      if (digit) void this.setLabel(digit, before.label, undefined);
      return;
    }
    this.parts.put({ digits: this.with([before]), changed: undefined, imported: undefined });
    void this.keep([before.id]);
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
    this.parts.put({ digits: this.with(fresh), changed: undefined });
    void this.keep([...added.keys()]);
    return { ok: true, added: fresh.length, duplicates: reading.digits.length - fresh.length };
  }

  private async setLabel(digit: OwnDigit, label: number, changed: ChangedDigit | undefined): Promise<void> {
    const { id } = digit;
    this.parts.put({ digits: this.with([{ ...digit, label }]), changed, imported: undefined });
    if (this.unkept.has(id)) {
      await this.keep([id]);
      return;
    }
    const attempt = Symbol();
    this.relabelled.set(id, attempt);
    let kept: OwnDigit | undefined;
    const isDone = await this.change(async (store) => {
      kept = await store.relabel(id, digit.label, label);
    });
    if (this.relabelled.get(id) !== attempt) return;
    this.relabelled.delete(id);
    if (!isDone || kept?.label === label) return;
    // Another tab has removed it meanwhile, or called it something else.
    const others = this.parts.state().digits.filter((other) => other.id !== id);
    this.parts.put({ digits: inOrder(kept ? [...others, kept] : others), changed: undefined });
  }

  /** What is kept by now, and what is here alone. */
  private async showKept(): Promise<void> {
    await this.change(async (store) => {
      const sound = (await store.all()).filter(isOwnDigit);
      const { digits } = this.parts.state();
      const newer = digits.filter(({ id }) => this.unkept.has(id) || this.relabelled.has(id));
      this.parts.put({ digits: merged([...sound, ...newer]) });
    });
  }

  /** These, and what could not be kept before. */
  private async keep(ids: readonly string[]): Promise<void> {
    const attempt = Symbol();
    for (const id of ids) this.unkept.set(id, attempt);
    const attempts = new Map(this.unkept);
    const digits = this.parts.state().digits.filter(({ id }) => attempts.has(id));
    const isDone = await this.change(async (store) => {
      await store.put(digits);
      for (const [id, tried] of attempts) if (this.unkept.get(id) === tried) this.unkept.delete(id);
    });
    const { collected } = this.parts.state();
    if (collected && ids.includes(collected.id)) {
      this.parts.put({ collected: { ...collected, isKept: isDone } });
    }
  }

  /** With others, which take the place of those that are there already. */
  private with(others: readonly OwnDigit[]): readonly OwnDigit[] {
    return merged([...this.parts.state().digits, ...others]);
  }

  /** @returns whether the browser has done it; where it has not, that is told */
  private async change(work: (store: DigitStore) => Promise<void>): Promise<boolean> {
    const store = await this.parts.store.catch(() => undefined);
    // Why it does not open is told once.
    if (!store) return false;
    const { state, put } = this.parts;
    try {
      await work(store);
      if (state().keeping === 'refused' && this.unkept.size === 0) put({ keeping: 'kept' });
      return true;
    } catch (error) {
      put({ keeping: isNewerPage(error) ? 'newer' : 'refused' });
      return false;
    }
  }
}

/** Of those of the same image the last. */
const merged = (digits: readonly OwnDigit[]): readonly OwnDigit[] =>
  inOrder([...new Map(digits.map((digit) => [digit.id, digit])).values()]);

const bytesOf = (image: Float32Array): Uint8Array =>
  Uint8Array.from(image, (value) => Math.round(255 * value));
