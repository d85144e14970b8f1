import { z } from 'zod';
import type { Refuse } from '../read/network-file-error';

/** Bytes of a header; networks of the lab have some thousand. */
const LONGEST_HEADER = 1_000_000;
const LENGTH_BYTES = 8;
const VALUE_BYTES = 4;

const size = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const tensorSchema = z.strictObject({
  dtype: z.string(),
  shape: z.array(size).max(8),
  data_offsets: z.tuple([size, size]),
});
const headerSchema = z.record(z.string(), z.unknown());
const metadataSchema = z.record(z.string(), z.string());

interface Safetensors {
  readonly tensors: ReadonlyMap<string, { readonly shape: readonly number[]; readonly values: Float32Array }>;
  readonly metadata: ReadonlyMap<string, string>;
}

/**
 * The tensors of a file, which all have to be of single precision and to lie side by side from the first byte behind the
 * header to the last (the format's own rules).
 * @throws NetworkFileError
 */
export function readSafetensors(bytes: Uint8Array, refuse: Refuse): Safetensors {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < LENGTH_BYTES) throw refuse('damaged', '');
  const length = Number(view.getBigUint64(0, true));
  if (length > LONGEST_HEADER) throw refuse('too-large', 'header', `${length} bytes`);
  const begin = LENGTH_BYTES + length;
  if (begin > bytes.length) throw refuse('damaged', 'header');
  const { __metadata__: about, ...entries } = headerOf(bytes.subarray(LENGTH_BYTES, begin), refuse);
  const described = Object.entries(entries).map(([name, entry]) => {
    const read = tensorSchema.safeParse(entry);
    if (!read.success) throw refuse('damaged', name, String(read.error.issues[0]?.path.join('.') ?? ''));
    const [start, end] = read.data.data_offsets;
    return { name, ...read.data, start, end };
  });
  checkPlaces(described, bytes.length - begin, refuse);
  const tensors = described.map(({ name, dtype, shape, start, end }) => {
    if (dtype !== 'F32') throw refuse('unsupported', name, dtype);
    const count = shape.reduce((product, side) => product * side, 1);
    if (end - start !== count * VALUE_BYTES) throw refuse('wrong-shape', name, `${end - start} bytes`);
    const valueAt = (i: number) => view.getFloat32(begin + start + VALUE_BYTES * i, true);
    return [name, { shape, values: Float32Array.from({ length: count }, (_, i) => valueAt(i)) }] as const;
  });
  const metadata = metadataSchema.safeParse(about ?? {});
  if (!metadata.success) throw refuse('damaged', '__metadata__');
  return { tensors: new Map(tensors), metadata: new Map(Object.entries(metadata.data)) };
}

function headerOf(bytes: Uint8Array, refuse: Refuse): Record<string, unknown> {
  try {
    return headerSchema.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch {
    throw refuse('damaged', 'header');
  }
}

/** No gaps, nothing twice, and nothing left over. */
function checkPlaces(
  tensors: readonly { readonly name: string; readonly start: number; readonly end: number }[],
  length: number,
  refuse: Refuse,
): void {
  let at = 0;
  for (const { name, start, end } of tensors.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (start !== at || end < start) throw refuse('damaged', name, `begins at ${start}, not at ${at}`);
    at = end;
  }
  if (at !== length) throw refuse('damaged', '', `${length} bytes of weights, not ${at}`);
}
