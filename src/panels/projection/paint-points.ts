import type { Projection } from '../../protocol/inspect';
import { classMedians } from './class-medians';
import type { PlotPoints, PlotSize } from './plot-points';
import { type Pixels, stamp } from './stamp';

interface PointPaint {
  /** One a digit; they come again beyond. */
  readonly digits: readonly string[];
  /** What marks a class: its number, or its name where that is as short. */
  readonly marks: readonly string[];
  readonly error: string;
  readonly surface: string;
  readonly font: string;
}

interface PointPicture extends Pick<Projection, 'truth' | 'predicted'> {
  /** Points that are read right are dots, and each group has its digit's name on it. */
  readonly isDense: boolean;
  readonly points: PlotPoints;
  readonly isEmphasised: (index: number) => boolean;
}

/** Sides of marks, pixels. */
const DIGIT = 11;
const DOT = 4;
const NAME = 18;
const ERROR_RADIUS = 7;
const ERROR_LINE = 1.5;
const DIMMED = 0.1;
/** Points between two pauses: all 2,000 hold a slow processor up for a fifth of a second. */
const AT_ONCE = 250;

/**
 * Draws each point as the digit it is, in that digit's colour, and a ring around those that are read wrong. What is not
 * emphasised is dimmed and lies below; errors lie on top. What was drawn before stays until all is ready.
 * @param ratio - pixels of the canvas to one of the page
 * @returns steps, each for a task of its own
 */
export function* paintPoints(
  canvas: HTMLCanvasElement,
  picture: PointPicture,
  { width, height }: PlotSize,
  ratio: number,
  paint: PointPaint,
): Generator<void, void> {
  const context = canvas.getContext('2d');
  if (!context) return;
  const pixels = context.createImageData(Math.round(width * ratio), Math.round(height * ratio));
  yield* stampMarks(pixels, picture, paint, ratio);
  canvas.width = pixels.width;
  canvas.height = pixels.height;
  context.putImageData(pixels, 0, 0);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  if (picture.isDense) paintNames(context, picture, paint, ratio);
}

/**
 * The marks are laid on pixels of our own: a canvas that is given 2,000 pictures draws them all once more where it is
 * shown, which takes several times as long.
 */
function* stampMarks(
  pixels: Pixels,
  { isDense, truth, predicted, points: { at: places }, isEmphasised }: PointPicture,
  paint: PointPaint,
  ratio: number,
): Generator<void, void> {
  const colours = paint.marks.map((_, label) => colourOf(paint, label));
  const digits = colours.map((colour, label) =>
    pixelsOf(digitMark(paint.marks[label] ?? '', colour, paint, DIGIT, ratio)),
  );
  const dots = isDense ? colours.map((colour) => pixelsOf(dotMark(colour, ratio))) : digits;
  const ring = pixelsOf(ringMark(paint.error, ratio));
  const put = (mark: Pixels | undefined, i: number, opacity: number) => {
    const [x, y] = [ratio * (places[2 * i] as number), ratio * (places[2 * i + 1] as number)];
    if (mark) stamp(pixels, mark, x, y, opacity);
  };
  const level = (i: number) => 2 * Number(isEmphasised(i)) + Number(truth[i] !== predicted[i]);
  const fromBelow = Array.from(truth, (_, i) => ({ i, level: level(i) })).sort((a, b) => a.level - b.level);
  for (const [at, { i }] of fromBelow.entries()) {
    if (at % AT_ONCE === 0) yield;
    const opacity = isEmphasised(i) ? 1 : DIMMED;
    const isRight = truth[i] === predicted[i];
    put((isRight ? dots : digits)[truth[i] as number], i, opacity);
    if (!isRight) put(ring, i, opacity);
  }
}

function paintNames(
  context: CanvasRenderingContext2D,
  { truth, points, isEmphasised }: PointPicture,
  paint: PointPaint,
  ratio: number,
): void {
  for (const { digit, x, y } of classMedians(points, truth)) {
    const isDimmed = !truth.some((label, i) => label === digit && isEmphasised(i));
    context.globalAlpha = isDimmed ? 0.4 : 1;
    const name = digitMark(paint.marks[digit] ?? '', colourOf(paint, digit), paint, NAME, ratio, true);
    context.drawImage(name.canvas, x - NAME / 2, y - NAME / 2, NAME, NAME);
  }
}

const colourOf = ({ digits }: PointPaint, label: number): string => digits[label % digits.length] ?? '';

/** A digit drawn once, to be copied to all its points. */
function digitMark(
  text: string,
  colour: string,
  { font, surface }: PointPaint,
  side: number,
  ratio: number,
  hasHalo = false,
): CanvasRenderingContext2D {
  const context = emptyMark(side, ratio);
  context.font = `${hasHalo ? 700 : 600} ${hasHalo ? side - 3 : side - 0.5}px ${font}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  if (hasHalo) {
    context.strokeStyle = surface;
    context.lineWidth = 4;
    context.lineJoin = 'round';
    context.strokeText(text, side / 2, side / 2 + 0.5);
  }
  context.fillStyle = colour;
  context.fillText(text, side / 2, side / 2 + 0.5);
  return context;
}

function dotMark(colour: string, ratio: number): CanvasRenderingContext2D {
  const context = emptyMark(DOT, ratio);
  context.fillStyle = colour;
  context.globalAlpha = 0.65;
  context.beginPath();
  context.arc(DOT / 2, DOT / 2, DOT / 2, 0, 2 * Math.PI);
  context.fill();
  return context;
}

function ringMark(colour: string, ratio: number): CanvasRenderingContext2D {
  const side = 2 * ERROR_RADIUS + ERROR_LINE;
  const context = emptyMark(side, ratio);
  context.strokeStyle = colour;
  context.lineWidth = ERROR_LINE;
  context.beginPath();
  context.arc(side / 2, side / 2, ERROR_RADIUS, 0, 2 * Math.PI);
  context.stroke();
  return context;
}

/**
 * @param side - CSS pixels
 * @throws where the browser gives no more canvases
 */
function emptyMark(side: number, ratio: number): CanvasRenderingContext2D {
  const mark = document.createElement('canvas');
  mark.width = mark.height = Math.ceil(side * ratio);
  const context = mark.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('the browser gives no canvas to draw a mark on');
  context.scale(mark.width / side, mark.height / side);
  return context;
}

const pixelsOf = (context: CanvasRenderingContext2D): Pixels =>
  context.getImageData(0, 0, context.canvas.width, context.canvas.height);
