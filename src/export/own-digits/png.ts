import { crc32 } from '../../model/crc32';

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/**
 * A PNG file of 8-bit grey: https://www.w3.org/TR/png-3/. A canvas would write colours with opacity, and by a colour
 * profile where the browser has one; of these the values come back as they are.
 * @param values - [side, side] row by row, 0 black to 255 white
 */
export async function greyPng(values: Uint8Array, side: number): Promise<Uint8Array<ArrayBuffer>> {
  const head = new Uint8Array(13);
  const view = new DataView(head.buffer);
  view.setUint32(0, side);
  view.setUint32(4, side);
  // Bits of a value; all else is 0: grey, the usual compression and filters, rows in their order.
  head[8] = 8;
  // In front of each row stands the number of its filter, 0 for none.
  const rows = new Uint8Array(side * (side + 1));
  for (let row = 0; row < side; row++)
    rows.set(values.subarray(row * side, (row + 1) * side), row * (side + 1) + 1);
  const parts = [SIGNATURE, chunk('IHDR', head), chunk('IDAT', await zlib(rows)), chunk('IEND')];
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

function chunk(type: string, body = new Uint8Array(0)): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(12 + body.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, body.length);
  bytes.set(new TextEncoder().encode(type), 4);
  bytes.set(body, 8);
  view.setUint32(8 + body.length, crc32(bytes.subarray(4, 8 + body.length)));
  return bytes;
}

async function zlib(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}
