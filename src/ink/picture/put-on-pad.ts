import type { Box } from '../bounding-box';
import { coverSegment } from '../cover-segment';
import { LINE_WIDTH } from '../even-pen';
import { DIGIT_SIDE, type Picture } from '../scale';
import { PAD_SIDE } from '../stroke';

/** Longer side of a digit that is put on the pad: as people draw. */
const SIDE = 200;
/** Of a line of digits, which else were too small. */
const LINE_SIDE = 220;
/** Samples along each side of a pixel of the pad: enough for pictures some times as large as the pad. */
const SAMPLES = 3;
/** A line that is thinner than this share of what suits is made wider. */
const THIN = 0.8;

/**
 * The ink inside of a box in the middle of the pad, its longer side scaled to 200 pixels, or 220 for a line of digits.
 * Lines of a pen that is far thinner than MNIST's were are widened to those, as the pen's width of strokes is.
 * @param digits - where each lies
 * @returns [280 × 280] row by row, 0 to 1
 */
export function putOnPad(ink: Picture, box: Box, digits: readonly Box[]): Float32Array {
  const scale = longerSide(box) / (digits.length > 1 ? LINE_SIDE : SIDE);
  const [middleX, middleY] = [box.left + box.width / 2, box.top + box.height / 2];
  const pad = new Float32Array(PAD_SIDE * PAD_SIDE);
  for (let row = 0; row < PAD_SIDE; row++) {
    for (let column = 0; column < PAD_SIDE; column++) {
      let sum = 0;
      for (let i = 0; i < SAMPLES * SAMPLES; i++) {
        const x = column + ((i % SAMPLES) + 0.5) / SAMPLES - PAD_SIDE / 2;
        const y = row + (Math.floor(i / SAMPLES) + 0.5) / SAMPLES - PAD_SIDE / 2;
        sum += valueAt(ink, middleX + x * scale, middleY + y * scale);
      }
      pad[row * PAD_SIDE + column] = sum / (SAMPLES * SAMPLES);
    }
  }
  return widened(pad, Math.max(...digits.map(longerSide)) / scale);
}

const longerSide = ({ width, height }: Box): number => Math.max(width, height);

/** Between the middles of four pixels, in proportion to how near they are; 0 outside. */
function valueAt({ width, height, values }: Picture, x: number, y: number): number {
  const [left, top] = [Math.floor(x - 0.5), Math.floor(y - 0.5)];
  const [right, below] = [x - 0.5 - left, y - 0.5 - top];
  if (left < -1 || top < -1 || left >= width || top >= height) return 0;
  const at = (column: number, row: number): number =>
    column < 0 || row < 0 || column >= width || row >= height ? 0 : (values[row * width + column] as number);
  const upper = at(left, top) * (1 - right) + at(left + 1, top) * right;
  const lower = at(left, top + 1) * (1 - right) + at(left + 1, top + 1) * right;
  return upper * (1 - below) + lower * below;
}

/** Its lines as wide as the pen's would be for digits of that side, unless they are already. */
function widened(pad: Float32Array, side: number): Float32Array {
  const width = lineWidth(pad);
  const suits = (LINE_WIDTH * (side - width)) / (DIGIT_SIDE - LINE_WIDTH);
  if (width === 0 || width >= THIN * suits) return pad;
  const wide = pad.slice();
  for (let y = 1; y < PAD_SIDE - 1; y++) {
    for (let x = 1; x < PAD_SIDE - 1; x++) {
      const i = y * PAD_SIDE + x;
      const isInk = (pixel: number) => (pad[pixel] as number) >= 0.5;
      const isEdge = isInk(i) && ![i - 1, i + 1, i - PAD_SIDE, i + PAD_SIDE].every(isInk);
      if (!isEdge) continue;
      const point = { x: x + 0.5, y: y + 0.5 };
      coverSegment(wide, point, point, { points: [point], width: suits - width });
    }
  }
  return wide;
}

/** Twice the ink over the total variation: of a strip that is its width, whatever its greys. */
function lineWidth(pad: Float32Array): number {
  let [ink, variation] = [0, 0];
  for (let y = 0; y < PAD_SIDE - 1; y++) {
    for (let x = 0; x < PAD_SIDE - 1; x++) {
      const i = y * PAD_SIDE + x;
      const [a, b, c, d] = [i, i + 1, i + PAD_SIDE, i + PAD_SIDE + 1].map(
        (pixel) => pad[pixel] as number,
      ) as [number, number, number, number];
      ink += a;
      variation += Math.hypot(b - a + d - c, c - a + d - b) / 2;
    }
  }
  return variation > 0 ? (2 * ink) / variation : 0;
}
