import { IMAGE_SIDE } from '../../ink/center';
import type { Drawing } from '../../ink/drawing';
import { PAD_SIDE, type Stroke } from '../../ink/stroke';
import { greyPixels } from '../../ui/pixels';

/** The whole drawing, white on black. The canvas may have any number of pixels: the pad fills it. */
export function paintDrawing(canvas: HTMLCanvasElement, { baseImage, scannedInk, strokes }: Drawing): void {
  const context = padContext(canvas);
  if (!context) return;
  context.fillStyle = '#000';
  context.fillRect(0, 0, PAD_SIDE, PAD_SIDE);
  if (baseImage) paintPicture(context, IMAGE_SIDE, baseImage);
  if (scannedInk) paintPicture(context, PAD_SIDE, scannedInk);
  for (const stroke of strokes) paintLine(context, stroke, 0);
}

/** Only what has come since the point at `from`: so that a long stroke costs no more at its end. */
export function paintEnd(canvas: HTMLCanvasElement, stroke: Stroke, from: number): void {
  const context = padContext(canvas);
  if (context) paintLine(context, stroke, from);
}

function padContext(canvas: HTMLCanvasElement): CanvasRenderingContext2D | null {
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context?.setTransform(canvas.width / PAD_SIDE, 0, 0, canvas.height / PAD_SIDE, 0, 0);
  return context;
}

/** A square picture that fills the pad: without smoothing, so that its pixels can be seen. */
function paintPicture(context: CanvasRenderingContext2D, side: number, values: Float32Array): void {
  const { rgba } = greyPixels({ width: side, height: side, values });
  const picture = new OffscreenCanvas(side, side);
  picture.getContext('2d')?.putImageData(new ImageData(rgba, side, side), 0, 0);
  context.imageSmoothingEnabled = false;
  context.drawImage(picture, 0, 0, PAD_SIDE, PAD_SIDE);
}

function paintLine(context: CanvasRenderingContext2D, stroke: Stroke, from: number): void {
  const { points, width, erases } = stroke;
  context.strokeStyle = erases ? '#000' : '#fff';
  context.lineCap = 'round';
  context.lineJoin = 'round';
  for (let i = from; i < points.length; i++) {
    const [start, end] = [points[i], points[i + 1]];
    if (!start || (!end && points.length > 1)) continue;
    context.lineWidth = (width * ((start.weight ?? 1) + (end?.weight ?? start.weight ?? 1))) / 2;
    context.beginPath();
    context.moveTo(start.x, start.y);
    // A single point is a dot. A line of no length would draw nothing, round ends or not.
    context.lineTo(end?.x ?? start.x + 0.01, end?.y ?? start.y);
    context.stroke();
  }
}
