import { arrayRole } from './array-roles.ts';
import { refusal } from './dataset.ts';
import { type FoundFile, stemOf } from './found-file.ts';
import { checkSize, LIMITS } from './given-file.ts';
import { Keeper, keptBytes, type Survey, Surveyor } from './keep-values.ts';
import { NPY_START, type NpyHead, parseNpyHead } from './npy.ts';
import { textsOf } from './npy-texts.ts';
import { startOf } from './pieces.ts';
import type { RawArray } from './raw-array.ts';
import type { ReadingContext } from './reading.ts';
import { rangeOfBytes } from './value-range.ts';

/** The header of an npy file. @throws DataError as `parseNpyHead` */
export const headOf = async (file: FoundFile): Promise<NpyHead> =>
  parseNpyHead(await startOf(file.stream(), NPY_START), file.place);

/**
 * The values of an npy file. It is gone through piece by piece and never lies in memory as a whole: once for what
 * values there are, once to keep them; bytes once alone.
 * @throws DataError truncated, wrong-size, over-limit, bad-zip
 */
export async function keepArray(file: FoundFile, head: NpyHead, context: ReadingContext): Promise<RawArray> {
  const { dtype, shape, fortranOrder, count, end, size } = head;
  const about = { ...called(file), place: file.place, dtype, shape, fortranOrder };
  // Beyond 2⁵³ the product is rounded, but still far above the limit.
  checkSize(count * size, LIMITS.unpacked, file.place);
  // Told before anything of that size is made; what there really is, is counted on the way.
  await checkDeclared(file, end + count * size);
  if (head.kind === 'text') return { ...about, ...(await keptTexts(file, head, context)) };
  if (size === 1 && head.kind !== 'integer') {
    context.room.take(count, file.place);
    const values = new Uint8Array(count);
    let at = 0;
    await throughBody(file, head, context, 1, (body) => {
      values.set(body.subarray(0, count - at), at);
      at += body.length;
    });
    return { ...about, kept: { values, least: 0, step: 1 }, range: rangeOfBytes(values), isWhole: true };
  }
  const surveyor = new Surveyor();
  await throughValues(file, head, context, (value) => surveyor.see(value));
  const survey: Survey = { range: surveyor.range, isWhole: surveyor.isWhole };
  context.room.take(count * keptBytes(survey), file.place);
  const keeper = new Keeper(count, survey);
  await throughValues(file, head, context, (value) => keeper.put(value));
  const { values, least, step } = keeper;
  return { ...about, kept: { values, least, step }, ...survey };
}

async function keptTexts(file: FoundFile, head: NpyHead, { room, onRead }: ReadingContext) {
  room.take(head.count, file.place);
  const texts = textsOf(await file.read(), head, file.place);
  onRead(file.size);
  const names = [...new Set(texts)].sort();
  const placeOf = new Map(names.map((name, i) => [name, Math.min(i, 255)]));
  const values = Uint8Array.from(texts, (text) => placeOf.get(text) ?? 0);
  return { texts, kept: { values, least: 0, step: 1 }, range: rangeOfBytes(values), isWhole: true };
}

/** An array that was given no name (numpy then calls the first one arr_0) goes by that of its archive. */
export function called({ name, isMember, place }: FoundFile): Pick<RawArray, 'name' | 'named'> {
  const stem = stemOf(name);
  if (!isMember) return { name: stem, named: arrayRole(stem, true) };
  const named = stem === 'arr_0' ? arrayRole(stemOf(place.file), true) : arrayRole(stem);
  return { name: stem, named };
}

async function checkDeclared(file: FoundFile, wanted: number): Promise<void> {
  if (file.size === wanted) return;
  // Of an archive that lies it is said what is wrong with that.
  for await (const _ of file.stream());
  checkLength(file, file.size, wanted);
}

/** @throws DataError truncated, wrong-size */
export function checkLength(file: FoundFile, found: number, wanted: number): void {
  if (found === wanted) return;
  throw refusal(found < wanted ? 'truncated' : 'wrong-size', file.place, {
    found: `${found}`,
    wanted: `${wanted}`,
  });
}

/** @param share - of the file's progress that this is */
async function throughBody(
  file: FoundFile,
  { end }: NpyHead,
  { yieldToEventLoop, onRead, signal }: ReadingContext,
  share: number,
  take: (body: Uint8Array) => void,
): Promise<void> {
  let at = 0;
  for await (const piece of file.stream()) {
    signal?.throwIfAborted();
    const from = Math.max(0, Math.min(piece.length, end - at));
    at += piece.length;
    onRead(from * share);
    for (let start = from; start < piece.length; start += PART) {
      const part = piece.subarray(start, start + PART);
      take(part);
      onRead(part.length * share);
      await yieldToEventLoop();
    }
  }
  checkLength(file, at, file.size);
}

/** Bytes between two turns of the event loop: some milliseconds. */
const PART = 2 ** 20;

async function throughValues(
  file: FoundFile,
  head: NpyHead,
  context: ReadingContext,
  visit: (value: number) => void,
): Promise<void> {
  const { size, read } = head;
  /** A value that is cut in two by the end of a piece. */
  const cut = new Uint8Array(size);
  let cutBytes = 0;
  const cutView = new DataView(cut.buffer);
  await throughBody(file, head, context, 0.5, (body) => {
    let at = 0;
    while (cutBytes > 0 && cutBytes < size && at < body.length) cut[cutBytes++] = body[at++] as number;
    if (cutBytes === size) {
      visit(read(cutView, 0));
      cutBytes = 0;
    }
    const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
    for (; at + size <= body.length; at += size) visit(read(view, at));
    while (at < body.length) cut[cutBytes++] = body[at++] as number;
  });
}
