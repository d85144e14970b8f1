import { DataError, placeName } from './dataset.ts';
import { type FoundFile, listOf } from './found-file.ts';
import { called, headOf, keepArray } from './keep-array.ts';
import type { RawArray } from './raw-array.ts';
import type { DataNote, Reading, ReadingContext, UnreadArray } from './reading.ts';
import { withoutDoubles } from './without-doubles.ts';

/**
 * The arrays of npy files, or of the members of npz files. One that can't be read is told where it is needed.
 * @throws DataError where none can be read
 */
export async function readArrays(files: readonly FoundFile[], context: ReadingContext): Promise<Reading> {
  const arrays: RawArray[] = [];
  const unread: UnreadArray[] = [];
  for (const file of files) {
    context.signal?.throwIfAborted();
    try {
      arrays.push(await keepArray(file, await headOf(file), context));
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
      unread.push({ ...called(file), problems: error.problems });
    }
  }
  const [first] = arrays;
  if (!first) throw new DataError(unread[0]?.problems ?? []);
  const { kept, doubles } = withoutDoubles(arrays);
  return {
    format: files.some(({ isMember }) => isMember) ? 'npz' : 'npy',
    raw: { kind: 'arrays', arrays: kept, unread },
    notes: doublesNote(doubles),
    place: first.place,
  };
}

export const doublesNote = (doubles: readonly RawArray[]): DataNote[] =>
  doubles.length > 0
    ? [{ code: 'doubles', found: listOf(doubles.map(({ place }) => placeName(place))) }]
    : [];
