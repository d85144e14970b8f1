import { IMAGE_SIDE } from '../../ink/center';
import type { Drawing } from '../../ink/drawing';
import { PAD_SIDE, type Stroke } from '../../ink/stroke';
import { greyPixels } from '../../ui/pixels';

/** The whole drawing, white on black. The canvas may have any number of pixels: the pad fills it. */
export function paintDrawing(canvas: HTMLCanvasElement, { print, strokes }: Drawing): void {
  const context = padContext(canvas);
  if (!context) return;
  context.fillStyle = '#000';
  context.fillRect(0, 0, PAD_SIDE, PAD_SIDE);
  if (print) paintPrint(context, print);
  for (const stroke of strokes) paintLine(context, stroke, 0);
}

/** Only what has come since the point at `from`: so that a long stroke costs no more at its end. */
export function paintEnd(canvas: HTMLCanvasElement, stroke: Stroke, from: number): void {
  const context = padContext(canvas);
  if (context) paintLine(context, stroke, from);
}

function padContext(canvas: HTMLCanvasElement): CanvasRenderingContext2D | null {
  const context = canvas.getContext('2d');
  context?.setTransform(canvas.width / PAD_SIDE, 0, 0, canvas.height / PAD_SIDE, 0, 0);
  return context;
}

function paintPrint(context: CanvasRenderingContext2D, values: Float32Array): void {
  const { width, height, rgba } = greyPixels({ width: IMAGE_SIDE, height: IMAGE_SIDE, values });
  const picture = new OffscreenCanvas(width, height);
  picture.getContext('2d')?.putImageData(new ImageData(rgba, width, height), 0, 0);
  context.imageSmoothingEnabled = false;
  context.drawImage(picture, 0, 0, PAD_SIDE, PAD_SIDE);
}

function paintLine(context: CanvasRenderingContext2D, { points, width, erases }: Stroke, from: number): void {
  context.strokeStyle = erases ? '#000' : '#fff';
  context.lineWidth = width;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.beginPath();
  const [start, ...rest] = points.slice(from);
  if (!start) return;
  context.moveTo(start.x, start.y);
  // A single point is a dot. A line of no length would draw nothing, round ends or not.
  const dot = { x: start.x + 0.01, y: start.y };
  for (const { x, y } of rest.length > 0 ? rest : [dot]) context.lineTo(x, y);
  context.stroke();
}
