import { brightness, isColour } from './brightness.ts';
import { decompress } from './gunzip.ts';

/** A PNG file as far as its parts have been told apart. */
interface Png {
  readonly width: number;
  readonly height: number;
  /** Bits of a sample: 1, 2, 4, 8 or 16. */
  readonly depth: number;
  readonly colour: 'grey' | 'rgb' | 'palette' | 'grey-alpha' | 'rgb-alpha';
  /** The rows lie in the order of the picture, and no colour stands for transparent. */
  readonly isPlain: boolean;
  /** Red, green, blue of each entry. */
  readonly palette: Uint8Array;
  /** Zlib. */
  readonly data: Uint8Array<ArrayBuffer>;
}

/** By the number that stands in the file. */
const COLOURS: Readonly<Record<number, readonly [Png['colour'], channels: number]>> = {
  0: ['grey', 1],
  2: ['rgb', 3],
  3: ['palette', 1],
  4: ['grey-alpha', 2],
  6: ['rgb-alpha', 4],
};
const CHANNELS = Object.fromEntries(Object.values(COLOURS)) as Readonly<Record<Png['colour'], number>>;
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/**
 * Tells the parts of a PNG file apart; nothing is unpacked. https://www.w3.org/TR/png-3/
 * @returns undefined for anything else
 */
export function parsePng(bytes: Uint8Array): Png | undefined {
  if (bytes.length < 33 || SIGNATURE.some((byte, i) => bytes[i] !== byte)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const data: Uint8Array[] = [];
  let palette = new Uint8Array(0);
  let isPlain = bytes[28] === 0;
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (at === 8 && (type !== 'IHDR' || length !== 13)) return undefined;
    const body = bytes.subarray(at + 8, at + 8 + length);
    if (body.length < length) return undefined;
    if (type === 'IDAT') data.push(body);
    else if (type === 'PLTE') palette = new Uint8Array(body);
    else if (type === 'tRNS') isPlain = false;
    else if (type === 'IEND') break;
    at += 12 + length;
  }
  const colour = COLOURS[bytes[25] as number]?.[0];
  if (!colour || data.length === 0) return undefined;
  const [width, height, depth] = [view.getUint32(16), view.getUint32(20), bytes[24] as number];
  return { width, height, depth, colour, isPlain, palette, data: joined(data) };
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

interface PngPixels {
  /** Of each pixel, [height, width]: 0 to 255, of 16 bits a sample 0 to 65,535. */
  readonly brightness: Uint8Array | Uint16Array;
  /** 0 transparent to 255; undefined where nothing can be. */
  readonly opacity: Uint8Array | undefined;
  /** Some are no grey. */
  readonly isColoured: boolean;
}

/**
 * The pixels of a plain picture. A browser decodes every PNG, but takes twenty times as long for one of these: too long
 * for 70,000; and of 16 bits it keeps 8.
 * @returns undefined where it is not plain, or damaged
 */
export async function decodePlainPng(png: Png): Promise<PngPixels | undefined> {
  const { width, height, depth, colour, isPlain, data } = png;
  if (!isPlain) return undefined;
  const rowBytes = Math.ceil((width * CHANNELS[colour] * depth) / 8);
  const packed = (rowBytes + 1) * height;
  const rows = await decompress(data, 'deflate', packed).catch(() => undefined);
  if (rows?.length !== packed) return undefined;
  if (!unfilter(rows, rowBytes, Math.max(1, (CHANNELS[colour] * depth) / 8))) return undefined;
  return pixelsOf(png, rows, rowBytes);
}

/** Undoes the filter of each row in place: each begins with its number. */
function unfilter(rows: Uint8Array, rowBytes: number, pixelBytes: number): boolean {
  for (let start = 0; start < rows.length; start += rowBytes + 1) {
    const filter = rows[start] as number;
    if (filter > 4) return false;
    for (let i = 1; i <= rowBytes; i++) {
      const at = start + i;
      const left = i > pixelBytes ? (rows[at - pixelBytes] as number) : 0;
      const up = start > 0 ? (rows[at - rowBytes - 1] as number) : 0;
      const corner = i > pixelBytes && start > 0 ? (rows[at - rowBytes - 1 - pixelBytes] as number) : 0;
      rows[at] = (rows[at] as number) + predicted(filter, left, up, corner);
    }
  }
  return true;
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  // Paeth: whichever is nearest to left + up − corner.
  const [toLeft, toUp, toCorner] = [
    Math.abs(up - corner),
    Math.abs(left - corner),
    Math.abs(left + up - 2 * corner),
  ];
  return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
}

function pixelsOf(
  { width, height, depth, colour, palette }: Png,
  rows: Uint8Array,
  rowBytes: number,
): PngPixels {
  const channels = CHANNELS[colour];
  const most = 2 ** depth - 1;
  const bright = depth === 16 ? new Uint16Array(width * height) : new Uint8Array(width * height);
  const alphaAt = colour === 'grey-alpha' ? 1 : colour === 'rgb-alpha' ? 3 : undefined;
  const opacity = alphaAt === undefined ? undefined : new Uint8Array(width * height);
  let isColoured = false;
  for (let pixel = 0; pixel < bright.length; pixel++) {
    const [row, column] = [Math.floor(pixel / width), pixel % width];
    const start = row * (rowBytes + 1) + 1;
    const sample = (channel: number): number => {
      const bit = (column * channels + channel) * depth;
      const byte = start + (bit >> 3);
      if (depth === 16) return ((rows[byte] as number) << 8) | (rows[byte + 1] as number);
      return ((rows[byte] as number) >> (8 - depth - (bit & 7))) & most;
    };
    bright[pixel] = brightnessOf(colour, sample, most, palette);
    isColoured ||= hasColour(colour, sample, most, palette);
    if (opacity && alphaAt !== undefined) opacity[pixel] = Math.round((255 * sample(alphaAt)) / most);
  }
  return { brightness: bright, opacity, isColoured };
}

function brightnessOf(
  colour: Png['colour'],
  sample: (channel: number) => number,
  most: number,
  palette: Uint8Array,
): number {
  switch (colour) {
    case 'grey':
    case 'grey-alpha':
      return most < 255 ? Math.round((255 * sample(0)) / most) : sample(0);
    case 'rgb':
    case 'rgb-alpha':
      return brightness(sample(0), sample(1), sample(2));
    case 'palette': {
      const [red = 0, green = 0, blue = 0] = palette.subarray(3 * sample(0));
      return brightness(red, green, blue);
    }
    default:
      return colour satisfies never;
  }
}

function hasColour(
  colour: Png['colour'],
  sample: (channel: number) => number,
  most: number,
  palette: Uint8Array,
): boolean {
  if (colour === 'grey' || colour === 'grey-alpha') return false;
  if (colour !== 'palette') return isColour(sample(0), sample(1), sample(2), most);
  const [red = 0, green = 0, blue = 0] = palette.subarray(3 * sample(0));
  return isColour(red, green, blue, 255);
}
