interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Whether a file is of a format, and where such a file says how large it is; undefined where it does not. */
interface Format {
  readonly is: (start: DataView) => boolean;
  readonly size: (start: DataView) => PictureSize | undefined;
}

const textAt = (view: DataView, at: number, length: number): string =>
  at + length > view.byteLength
    ? ''
    : String.fromCharCode(...new Uint8Array(view.buffer, view.byteOffset + at, length));

const startsWith = (text: string) => (view: DataView) => textAt(view, 0, text.length) === text;

const FORMATS: readonly Format[] = [
  {
    is: startsWith('\x89PNG'),
    size: (view) => ({ width: view.getUint32(16), height: view.getUint32(20) }),
  },
  { is: startsWith('\xff\xd8'), size: jpegSize },
  {
    is: startsWith('GIF8'),
    size: (view) => ({ width: view.getUint16(6, true), height: view.getUint16(8, true) }),
  },
  { is: startsWith('BM'), size: bmpSize },
  { is: (view) => textAt(view, 0, 4) === 'RIFF' && textAt(view, 8, 4) === 'WEBP', size: webpSize },
  { is: (view) => textAt(view, 4, 4) === 'ftyp', size: largestOfBoxes },
];

/**
 * How large a picture says that it is, found before anything is decoded: a small file can claim a picture of gigabytes.
 * @param start - the beginning of the file, a megabyte of it or all
 * @returns pixels; 'unknown' for none of the formats that are told here; undefined for one of them that says no size
 */
export function pictureSize(start: Uint8Array): PictureSize | 'unknown' | undefined {
  const view = new DataView(start.buffer, start.byteOffset, start.byteLength);
  const format = FORMATS.find(({ is }) => is(view));
  if (!format) return 'unknown';
  try {
    return format.size(view);
  } catch (error) {
    // Cut off before it says so.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Of Windows or, with a shorter header, of OS/2. @throws RangeError */
function bmpSize(view: DataView): PictureSize {
  if (view.getUint32(14, true) === 12) {
    return { width: view.getUint16(18, true), height: view.getUint16(20, true) };
  }
  // Rows from the top down count as negative.
  return { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) };
}

/** In the frame header, behind segments of any number: ITU T.81, annex B. @throws RangeError */
function jpegSize(view: DataView): PictureSize | undefined {
  for (let at = 2; ; ) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    const isFill = marker === 0xff;
    const isBare = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
    at += isFill ? 1 : isBare ? 2 : 2 + view.getUint16(at + 2);
  }
}

/** https://developers.google.com/speed/webp/docs/riff_container @throws RangeError */
function webpSize(view: DataView): PictureSize | undefined {
  const kind = textAt(view, 12, 4);
  const uint24 = (at: number) => view.getUint16(at, true) + 2 ** 16 * view.getUint8(at + 2);
  if (kind === 'VP8X') return { width: uint24(24) + 1, height: uint24(27) + 1 };
  if (kind === 'VP8 ') {
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  }
  if (kind !== 'VP8L') return undefined;
  const bits = view.getUint32(21, true);
  return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
}

/** AVIF and HEIC: the boxes that say the size of a picture, of which a file has several (thumbnails, tiles, the whole). */
function largestOfBoxes(view: DataView): PictureSize | undefined {
  let largest: PictureSize | undefined;
  for (let at = 4; at + 16 <= view.byteLength; at++) {
    // 'ispe'
    if (view.getUint32(at) !== 0x69737065) continue;
    const size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    if (!largest || size.width * size.height > largest.width * largest.height) largest = size;
  }
  return largest;
}
