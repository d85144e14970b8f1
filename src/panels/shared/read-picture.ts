import { type FoundInk, findInk } from '../../ink/picture/find-ink';
import type { GreyImage } from '../../ink/picture/local-mean';
import { pictureSize } from '../../ink/picture/picture-size';

/** Why a picture could not be taken. */
export type PictureProblem = 'not-a-picture' | 'too-large' | 'no-ink';

/** Bytes of a file: more than any photo of a phone. */
const MOST_BYTES = 60e6;
/** Pixels of a picture. */
const MOST_PIXELS = 120e6;
/** Bytes at the beginning of a file in which it says how large its picture is. */
const START = 2 ** 20;
/** Longer side that a digit is looked for at: more would show the fibres of the paper. */
const SIDE = 480;

/**
 * The digit, or a line of them, in a picture file, turned the way that the camera noted.
 * @returns ink on the pad, or why there is none
 */
export async function readPicture(file: Blob): Promise<FoundInk | PictureProblem> {
  if (file.size > MOST_BYTES) return 'too-large';
  const start = await file
    .slice(0, START)
    .arrayBuffer()
    .catch(() => undefined);
  const size = start && pictureSize(new Uint8Array(start));
  if (!size) return 'not-a-picture';
  // Decoded, it might be larger than what the machine has.
  if (size !== 'unknown' && size.width * size.height > MOST_PIXELS) return 'too-large';
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => undefined);
  if (!picture) return 'not-a-picture';
  try {
    if (picture.width * picture.height > MOST_PIXELS) return 'too-large';
    // Where a picture is transparent, it may have been meant to lie on paper or on something dark.
    return findInk(greysOf(picture, '#fff')) ?? findInk(greysOf(picture, '#000')) ?? 'no-ink';
  } finally {
    picture.close();
  }
}

/** @param behind - colour that shows where the picture is transparent */
function greysOf(picture: ImageBitmap, behind: string): GreyImage {
  const scale = Math.min(1, SIDE / Math.max(picture.width, picture.height));
  const width = Math.max(1, Math.round(picture.width * scale));
  const height = Math.max(1, Math.round(picture.height * scale));
  const context = new OffscreenCanvas(width, height).getContext('2d');
  if (!context) throw new Error('this browser draws no pictures');
  context.fillStyle = behind;
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  const luminance = (_: unknown, i: number) => {
    const [red, green, blue] = [data[4 * i] as number, data[4 * i + 1] as number, data[4 * i + 2] as number];
    return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
  };
  return { width, height, values: Float32Array.from({ length: width * height }, luminance) };
}
