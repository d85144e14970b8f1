/** Pictures as they lie in their files, in grey, whatever size each has. */
export interface RawPictures {
  readonly kind: 'pictures';
  /** Brightness, 0 to 255: one picture behind the other, each row by row. */
  readonly values: Uint8Array;
  /** [n + 1]: where each begins in `values`, and where the last one ends. */
  readonly offsets: Uint32Array;
  /** Pixels, [n]. */
  readonly widths: Uint16Array;
  /** With the folders that say what they show, [n]. */
  readonly paths: readonly string[];
  /** What they show, where that stands beside them and not in their paths. */
  readonly shown?: ShownPictures;
}

/** One a picture. */
export interface ShownPictures {
  readonly labels: Int32Array;
  /** 1 for a test image; undefined where there are no parts. */
  readonly isTest: Uint8Array | undefined;
  /** Names of the classes in the order of their labels, where they are not the digits. */
  readonly folderNames: readonly string[] | undefined;
}

/** One picture of grey on its way there. */
export interface GreyPicture {
  readonly path: string;
  readonly width: number;
  /** 0 to 255, or 0 to 65,535 of 16 bits a sample. */
  readonly brightness: Uint8Array | Uint16Array;
}

/** Above this 16 bits a sample are used as they are meant. */
const MUCH_OF_16_BITS = 2 ** 15;

/**
 * All of them together. Those of 16 bits are scaled by what they use of them: some programs write values up to 255 there,
 * which would be black.
 * @returns `deep` - where 16 bits are used in part: the largest value that stands for white
 */
export function rawPictures(pictures: readonly GreyPicture[]): {
  raw: RawPictures;
  deep: number | undefined;
} {
  const deepest = pictures.reduce(
    (most, { brightness }) => (brightness instanceof Uint16Array ? brightness.reduce(larger, most) : most),
    0,
  );
  const white = deepest > MUCH_OF_16_BITS ? 65_535 : Math.max(deepest, 1);
  const offsets = new Uint32Array(pictures.length + 1);
  for (const [i, { brightness }] of pictures.entries()) {
    offsets[i + 1] = (offsets[i] as number) + brightness.length;
  }
  const values = new Uint8Array(offsets.at(-1) as number);
  for (const [i, { brightness }] of pictures.entries()) {
    const bytes =
      brightness instanceof Uint8Array
        ? brightness
        : Uint8Array.from(brightness, (value) => Math.round((255 * value) / white));
    values.set(bytes, offsets[i]);
  }
  const raw: RawPictures = {
    kind: 'pictures',
    values,
    offsets,
    widths: Uint16Array.from(pictures, ({ width }) => width),
    paths: pictures.map(({ path }) => path),
  };
  return { raw, deep: deepest > 0 && white < 65_535 ? white : undefined };
}

const larger = (one: number, other: number) => Math.max(one, other);
