import { attempt } from '../../model/attempt';
import { toInk } from '../../model/grey';
import { INPUT_SIZE } from '../../model/network';
import type { ImageRef, ImageSet } from '../../protocol/data/images';
import type { Inquiries } from '../../protocol/engine-api';

export interface LabelledImage {
  /** [784], 0 to 1 */
  readonly image: Float32Array;
  /** 0 to 9 */
  readonly label: number;
}

/** Images that are kept: about 12 MB. */
const MOST_KEPT = 4000;

const keyOf = ({ set, position }: ImageRef): string => `${set}-${position}`;

/**
 * Images of the data, asked for one by one and fetched together: whatever is wanted in one task is one question to the
 * engine. The images that were wanted longest ago are forgotten first.
 */
export class ImageCache {
  private readonly known = new Map<string, LabelledImage>();
  private wanted = new Map<string, ImageRef>();
  private readonly listeners = new Set<() => void>();
  private epoch = 0;

  constructor(private readonly ask: Pick<Inquiries, 'images'>) {}

  get(ref: ImageRef): LabelledImage | undefined {
    return this.known.get(keyOf(ref));
  }

  /** Has it fetched, unless it is there; listeners are told when it has come. */
  want(ref: ImageRef): void {
    const key = keyOf(ref);
    const known = this.known.get(key);
    if (known) {
      this.known.delete(key);
      this.known.set(key, known);
      return;
    }
    if (this.wanted.size === 0) queueMicrotask(() => void this.fetch());
    this.wanted.set(key, ref);
  }

  /** @returns undefined where it can't be had */
  async load(ref: ImageRef): Promise<LabelledImage | undefined> {
    if (!this.get(ref)) await this.fetchSet([ref]);
    return this.get(ref);
  }

  /** The data are others now. */
  forget(): void {
    this.epoch += 1;
    this.known.clear();
    this.tell();
  }

  /** @returns a function that ends it */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private async fetch(): Promise<void> {
    const refs = [...this.wanted.values()];
    this.wanted = new Map();
    const { epoch } = this;
    const sets = ['train', 'test'] as const satisfies readonly ImageSet[];
    await Promise.all(sets.map((set) => this.fetchSet(refs.filter((ref) => ref.set === set))));
    if (epoch === this.epoch) this.tell();
  }

  private async fetchSet(refs: readonly ImageRef[]): Promise<void> {
    const [first] = refs;
    if (!first) return;
    const { epoch } = this;
    const positions = Uint32Array.from(refs, ({ position }) => position);
    // An engine that dies is started again, and whoever shows images asks again.
    const found = await this.ask.images(first.set, positions).catch(() => undefined);
    if (!found || epoch !== this.epoch) return;
    for (const [i, ref] of refs.entries()) {
      const pixels = found.images.subarray(i * INPUT_SIZE, (i + 1) * INPUT_SIZE);
      const image = toInk(pixels);
      this.known.set(keyOf(ref), { image, label: found.labels[i] as number });
    }
    for (const key of this.known.keys()) {
      if (this.known.size <= MOST_KEPT) break;
      this.known.delete(key);
    }
  }

  private tell(): void {
    for (const listener of [...this.listeners]) attempt(listener);
  }
}
