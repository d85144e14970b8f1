import { DIGIT_STROKES } from '../../fixtures/digit-strokes';

/** How a camera was held, as EXIF counts it: 1 upright, 6 turned a quarter. */
type Orientation = 1 | 6;

/**
 * A photo of a 7 in ink on paper that is darker on one side.
 * @param orientation - the picture's pixels are turned, and its EXIF says so
 */
export async function photo(orientation: Orientation): Promise<File> {
  const isTurned = orientation === 6;
  const [canvas, context] = blank(isTurned ? 600 : 450, isTurned ? 450 : 600);
  // Shown a quarter to the right of how it is stored.
  if (isTurned) context.setTransform(0, -1, 1, 0, 0, 450);
  const light = context.createLinearGradient(0, 0, 450, 600);
  light.addColorStop(0, '#f4f1e8');
  light.addColorStop(1, '#8f8b80');
  context.fillStyle = light;
  context.fillRect(0, 0, 450, 600);
  context.strokeStyle = '#22305a';
  context.lineWidth = 11;
  context.lineCap = 'round';
  context.stroke(new Path2D('M 140 180 L 300 170 L 210 420'));
  const jpeg = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 });
  return new File([withOrientation(new Uint8Array(await jpeg.arrayBuffer()), orientation)], 'seven.jpg', {
    type: 'image/jpeg',
  });
}

/** A JPEG whose EXIF says how the camera was held. */
function withOrientation(jpeg: Uint8Array<ArrayBuffer>, orientation: Orientation): Blob {
  // 'Exif', a big-endian TIFF header, and one entry: tag 0x0112, one short.
  const tiff = [77, 77, 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
  const exif = [69, 120, 105, 102, 0, 0, ...tiff];
  const length = exif.length + 2;
  const marker = Uint8Array.of(0xff, 0xe1, length >> 8, length & 255, ...exif);
  return new Blob([jpeg.subarray(0, 2), marker, jpeg.subarray(2)]);
}

/**
 * A 7 of one colour.
 * @param paper - undefined where there is none: the picture is transparent
 */
export async function inked(ink: string, paper?: string): Promise<File> {
  const [canvas, context] = blank(300, 400);
  if (paper !== undefined) {
    context.fillStyle = paper;
    context.fillRect(0, 0, 300, 400);
  }
  context.strokeStyle = ink;
  context.lineWidth = 16;
  context.stroke(new Path2D('M 90 110 L 210 110 L 140 290'));
  return new File([await canvas.convertToBlob()], 'seven.png', { type: 'image/png' });
}

/** In place of a digit, room for one. */
export const GAP = -1;

/** Digits in a line, as somebody writes them with a thin pen. */
export async function numberPicture(digits: readonly number[]): Promise<File> {
  const [canvas, context] = blank(120 * (digits.length + 1), 300);
  context.fillStyle = '#eee9dd';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.lineWidth = 7;
  context.lineCap = 'round';
  for (const [place, digit] of digits.entries()) {
    for (const stroke of DIGIT_STROKES[digit] ?? []) {
      context.beginPath();
      for (const [x, y] of stroke) context.lineTo(60 + 120 * place + 80 * x, 80 + 120 * y);
      context.stroke();
    }
  }
  return new File([await canvas.convertToBlob()], 'number.png', { type: 'image/png' });
}

/** Paper without a digit. */
export async function whitePicture(): Promise<File> {
  const [canvas, context] = blank(200, 200);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, 200, 200);
  return new File([await canvas.convertToBlob()], 'white.png', { type: 'image/png' });
}

export const brokenPicture = new File([Uint8Array.of(1, 2, 3)], 'broken.png', { type: 'image/png' });

function blank(width: number, height: number): [OffscreenCanvas, OffscreenCanvasRenderingContext2D] {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  return [canvas, context];
}

export function transferOf(file: File): DataTransfer {
  const transfer = new DataTransfer();
  transfer.items.add(file);
  return transfer;
}

/** As by Ctrl and V where nothing takes text. */
export function paste(file: File): void {
  document.body.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData: transferOf(file), bubbles: true, cancelable: true }),
  );
}

/** Files dragged from outside of the browser, over an element or on it. */
export function drag(type: 'dragover' | 'drop', over: Element, dataTransfer: DataTransfer): void {
  over.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
}
