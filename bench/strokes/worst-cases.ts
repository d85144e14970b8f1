import { IMAGE_SIDE } from '../../src/ink/center';
import { png } from './png';
import type { Reading } from './reader';

const SHOWN = 60;
const COLUMNS = 10;
const SCALE = 3;
const MARGIN = 4;
const CAPTION = 14;
const TILE = { width: IMAGE_SIDE * SCALE + MARGIN, height: IMAGE_SIDE * SCALE + CAPTION + MARGIN };
const PAPER = 70;
const INK = 255;

/** Digits of 3 × 5 dots, row by row. */
const DOTS = [
  '###|#.#|#.#|#.#|###',
  '.#.|##.|.#.|.#.|###',
  '###|..#|###|#..|###',
  '###|..#|###|..#|###',
  '#.#|#.#|###|..#|..#',
  '###|#..|###|..#|###',
  '###|#..|###|#.#|###',
  '###|..#|.#.|.#.|.#.',
  '###|#.#|###|#.#|###',
  '###|#.#|###|..#|###',
].map((digit) => digit.split('|'));
const ARROW = ['...', '.#.', '..#', '.#.', '...'];
const DOT = 2;

/** The misread ones, the surest error first, as many as are shown. */
export const worstOf = (readings: readonly Reading[]): number[] =>
  [...readings.keys()]
    .filter((i) => readings[i]?.label !== readings[i]?.predicted)
    .sort((a, b) => (readings[a]?.ofLabel as number) - (readings[b]?.ofLabel as number))
    .slice(0, SHOWN);

/**
 * What the network saw where it was most wrong, each with what it is and what was read, as a PNG.
 * @param images - [784] each, 0 to 1, in the order of `readings`
 */
export function worstPicture(readings: readonly Reading[], images: readonly Float32Array[]): Uint8Array {
  const width = Math.min(COLUMNS, Math.max(1, readings.length)) * TILE.width;
  const rows = Math.max(1, Math.ceil(readings.length / COLUMNS));
  const greys = new Uint8Array(width * rows * TILE.height).fill(PAPER);
  readings.forEach(({ label, predicted }, i) => {
    const left = (i % COLUMNS) * TILE.width;
    const top = Math.floor(i / COLUMNS) * TILE.height;
    const put = (x: number, y: number, grey: number) => {
      greys[(top + y) * width + left + x] = grey;
    };
    for (let y = 0; y < IMAGE_SIDE * SCALE; y++) {
      for (let x = 0; x < IMAGE_SIDE * SCALE; x++) {
        const pixel = Math.floor(y / SCALE) * IMAGE_SIDE + Math.floor(x / SCALE);
        put(x, y, Math.round(255 * (images[i]?.[pixel] ?? 0)));
      }
    }
    [DOTS[label], ARROW, DOTS[predicted]].forEach((sign, place) => {
      write(sign ?? ARROW, (x, y) => put(x + place * 5 * DOT, y + IMAGE_SIDE * SCALE + 2, INK));
    });
  });
  return png(greys, width);
}

function write(sign: readonly string[], put: (x: number, y: number) => void): void {
  sign.forEach((row, y) => {
    for (let x = 0; x < row.length * DOT; x++) {
      if (row[Math.floor(x / DOT)] !== '#') continue;
      for (let i = 0; i < DOT; i++) put(x, y * DOT + i);
    }
  });
}
