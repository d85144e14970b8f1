import type { Drawing } from '../../../../src/ink/drawing';
import type { OwnDigit } from '../../../../src/model/own-digit';
import { OwnDigitRepository } from '../../../../src/state/own-digits/own-digit-repository';
import { type DigitStore, NO_OWN_DIGITS } from '../../../../src/state/own-digits/own-digits';

/** A browser's storage as a list. */
export class ListStore implements DigitStore {
  kept: readonly OwnDigit[] = [];
  isFull = false;
  isNewer = false;
  private readonly listeners: (() => void)[] = [];
  async all() {
    return this.kept;
  }
  async put(digits: readonly OwnDigit[]) {
    this.check();
    const others = this.kept.filter(({ id }) => digits.every((digit) => digit.id !== id));
    this.kept = [...others, ...digits];
  }
  async relabel(id: string, from: number, to: number) {
    this.check();
    this.kept = this.kept.map((digit) =>
      digit.id === id && digit.label === from ? { ...digit, label: to } : digit,
    );
    return this.kept.find((digit) => digit.id === id);
  }
  async remove(ids: readonly string[]) {
    this.check();
    this.kept = this.kept.filter(({ id }) => !ids.includes(id));
  }
  async removeAll() {
    this.check();
    this.kept = [];
  }
  onChange(listener: () => void) {
    this.listeners.push(listener);
  }
  onNewer() {}
  /** Another tab has changed what is kept. */
  async changedElsewhere(kept: readonly OwnDigit[]) {
    this.kept = kept;
    for (const listener of this.listeners) listener();
    await settled();
  }
  private check() {
    if (this.isFull) throw new DOMException('no room', 'QuotaExceededError');
    if (this.isNewer) throw Object.assign(new Error('a later page'), { name: 'NewerPage' });
  }
}

/** A stroke from the top to the bottom. @param lean - how far to the right it goes, in CSS pixels */
export const line = (x: number, lean = 30): Drawing => ({
  strokes: [
    {
      width: 24,
      points: [
        { x, y: 40 },
        { x: x + lean, y: 240 },
      ],
    },
  ],
});
/** A person's digits in this browser. */
export function setUp(store: Promise<DigitStore>) {
  let dates = 0;
  const lab = { state: NO_OWN_DIGITS };
  const keeper = new OwnDigitRepository({
    store,
    state: () => lab.state,
    put: (patch) => {
      lab.state = { ...lab.state, ...patch };
    },
    date: () => {
      dates += 1;
      return new Date(dates).toISOString();
    },
    yieldToEventLoop: async () => {},
  });
  return Object.assign(lab, { keeper });
}

/** What was begun is done. */
export const settled = () => new Promise((resolve) => setTimeout(resolve));
