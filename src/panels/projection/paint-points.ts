import type { Projection } from '../../protocol/engine-api';
import type { PlotPoints, PlotSize } from './plot-points';

export interface PointPaint {
  /** One a digit. */
  readonly digits: readonly string[];
  readonly error: string;
  readonly font: string;
}

/** Side of a mark, pixels. */
const MARK = 11;
const ERROR_RADIUS = 7;
const DIMMED = 0.1;

/**
 * Draws each point as the digit it is, in that digit's colour; a ring around those that are read wrong. What is not
 * emphasised is dimmed and lies below, errors lie on top.
 */
export function paintPoints(
  canvas: HTMLCanvasElement,
  { truth, predicted }: Pick<Projection, 'truth' | 'predicted'>,
  { at }: PlotPoints,
  isEmphasised: (index: number) => boolean,
  { width, height }: PlotSize,
  paint: PointPaint,
): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const ratio = canvas.width / width;
  const marks = paint.digits.map((colour, digit) => digitMark(String(digit), colour, paint.font, ratio));
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  const mark = (i: number) => {
    const picture = marks[truth[i] as number];
    const [x, y] = [at[2 * i] as number, at[2 * i + 1] as number];
    if (picture) context.drawImage(picture, x - MARK / 2, y - MARK / 2, MARK, MARK);
  };
  const all = Array.from(truth, (_, i) => i);
  context.globalAlpha = DIMMED;
  for (const i of all) if (!isEmphasised(i)) mark(i);
  context.globalAlpha = 1;
  for (const i of all) if (isEmphasised(i)) mark(i);
  context.strokeStyle = paint.error;
  context.lineWidth = 1.5;
  for (const i of all) {
    if (truth[i] === predicted[i]) continue;
    context.globalAlpha = isEmphasised(i) ? 1 : DIMMED;
    context.beginPath();
    context.arc(at[2 * i] as number, at[2 * i + 1] as number, ERROR_RADIUS, 0, 2 * Math.PI);
    context.stroke();
  }
}

/** A digit drawn once, to be copied to all its points: writing 2,000 letters takes several times as long. */
function digitMark(text: string, colour: string, font: string, ratio: number): HTMLCanvasElement {
  const mark = document.createElement('canvas');
  mark.width = mark.height = Math.ceil(MARK * ratio);
  const context = mark.getContext('2d');
  if (!context) return mark;
  context.scale(mark.width / MARK, mark.height / MARK);
  context.fillStyle = colour;
  context.font = `600 ${MARK - 0.5}px ${font}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(text, MARK / 2, MARK / 2 + 0.5);
  return mark;
}
