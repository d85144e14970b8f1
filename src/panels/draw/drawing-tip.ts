import { IMAGE_SIDE } from '../../ink/center';
import type { NormalizedInk } from '../../ink/normalize';
import { PAD_SIDE } from '../../ink/stroke';

/**
 * What may keep a drawing from being read:
 * - `edge`: ink is cut off by the canvas's edge
 * - `small`: it has few pixels of the canvas
 * - `pieces`: it is in pieces that do not touch
 * - `thin`, `fat`: its lines are not as wide as MNIST's
 * - `shape`: none of these
 */
type DrawingTip = 'edge' | 'small' | 'pieces' | 'thin' | 'fat' | 'shape';

/** Pixels of the canvas: the longest side of ink that comes to three pixels of the canvas for one of the image. */
const SMALL = 60;
/** Widths of lines, pixels: nine in ten of MNIST's training digits lie between 1.8 and 3.8. */
const LINES = { thin: 1.6, fat: 4.2 } as const;
/** Of a pixel of the image that belongs to a piece, and pixels of a piece that is no speck. */
const PIECE = { ink: 0.3, pixels: 4 } as const;
const ON_EDGE = 0.5;

/** The first of them that can be measured in the ink. */
export function drawingTip({ drawn, image, placing }: NormalizedInk): DrawingTip {
  if (placing && touchesEdge(drawn)) return 'edge';
  if (placing && Math.max(placing.box.width, placing.box.height) < SMALL) return 'small';
  if (countPieces(image) > 1) return 'pieces';
  const width = lineWidth(image);
  if (width < LINES.thin) return 'thin';
  return width > LINES.fat ? 'fat' : 'shape';
}

function touchesEdge(ink: Float32Array): boolean {
  const last = PAD_SIDE - 1;
  for (let i = 0; i < PAD_SIDE; i++) {
    const onEdge = [i, last * PAD_SIDE + i, i * PAD_SIDE, i * PAD_SIDE + last];
    if (onEdge.some((pixel) => (ink[pixel] ?? 0) > ON_EDGE)) return true;
  }
  return false;
}

/**
 * Twice the ink over its total variation: the width of a long strip, whatever its greys.
 * @param image - [784], 0 to 1
 * @returns pixels; 0 without ink
 */
export function lineWidth(image: Float32Array): number {
  let [ink, variation] = [0, 0];
  for (let y = 0; y < IMAGE_SIDE; y++) {
    for (let x = 0; x < IMAGE_SIDE; x++) {
      const here = image[y * IMAGE_SIDE + x] ?? 0;
      const right = x + 1 < IMAGE_SIDE ? (image[y * IMAGE_SIDE + x + 1] ?? 0) : 0;
      const below = y + 1 < IMAGE_SIDE ? (image[(y + 1) * IMAGE_SIDE + x] ?? 0) : 0;
      ink += here;
      variation += Math.hypot(right - here, below - here);
    }
  }
  return ink === 0 ? 0 : (2 * ink) / variation;
}

/**
 * Pieces of ink that touch nowhere, not even with a corner.
 * @param image - [784], 0 to 1
 */
export function countPieces(image: Float32Array): number {
  const isOpen = Array.from(image, (value) => value > PIECE.ink);
  let pieces = 0;
  for (let start = 0; start < isOpen.length; start++) {
    if (isOpen[start] && takePiece(isOpen, start) >= PIECE.pixels) pieces += 1;
  }
  return pieces;
}

/** Takes away the piece that a pixel belongs to. @returns its pixels */
function takePiece(isOpen: boolean[], start: number): number {
  const waiting = [start];
  isOpen[start] = false;
  let pixels = 0;
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    pixels += 1;
    const [x, y] = [at % IMAGE_SIDE, Math.floor(at / IMAGE_SIDE)];
    for (let v = Math.max(0, y - 1); v <= Math.min(IMAGE_SIDE - 1, y + 1); v++) {
      for (let u = Math.max(0, x - 1); u <= Math.min(IMAGE_SIDE - 1, x + 1); u++) {
        const next = v * IMAGE_SIDE + u;
        if (!isOpen[next]) continue;
        isOpen[next] = false;
        waiting.push(next);
      }
    }
  }
  return pixels;
}
