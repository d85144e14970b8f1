import { plainText } from '../model/plain-text.ts';
import { refusal } from './dataset.ts';
import type { FoundFiles } from './find-files.ts';
import type { FoundFile } from './found-file.ts';
import { YOUR_FILES } from './mnist-sources.ts';
import { type SetMember, setMember } from './set-names.ts';

/** Data sets that lie in the same files, each whole. */
export interface FileSets {
  readonly names: readonly string[];
  /** The one that is read. */
  readonly taken: string;
}

/** Files of one set, and what of it is there. */
interface FileSet {
  readonly kind: 'idx' | 'arrays' | 'tables';
  readonly path: readonly string[];
  readonly files: FoundFile[];
  readonly has: Set<string>;
}

interface TakenSet {
  readonly found: FoundFiles;
  /** Undefined where the files are one set. */
  readonly sets: FileSets | undefined;
}

/**
 * Where several sets lie in the files, as in EMNIST's archive, one of them alone, so that nothing of the others is
 * unpacked: the one that was asked for, or else the first.
 * @throws DataError not-found
 */
export function takeSet(found: FoundFiles, wanted: string | undefined): TakenSet {
  const sets = severalSets(found);
  if (sets.length === 0) return { found: withMapping(found, found.mappings), sets: undefined };
  const names = namesOf(sets);
  const at = wanted === undefined ? 0 : names.indexOf(wanted);
  const taken = sets[at];
  if (!taken) throw refusal('not-found', { file: wanted ?? '', source: YOUR_FILES });
  const own = found.mappings.filter((file) => keyOf(setMember(file)) === taken.path.join('/'));
  const ofSets = new Set(sets.flatMap(({ files }) => files));
  const { idx, arrays, tables, parquet, pictures } = found;
  const others = [...idx, ...arrays, ...tables, ...parquet, ...pictures].filter((file) => !ofSets.has(file));
  const only = { idx: [], arrays: [], tables: [], parquet: [], pictures: [], [taken.kind]: taken.files };
  return {
    found: {
      ...withMapping({ ...found, mappings: [] }, own),
      ...only,
      others: [...found.others, ...others.map(({ path }) => path)],
    },
    sets: { names, taken: names[at] as string },
  };
}

/** One alone is of use: of several nobody knows which is meant. */
function withMapping(found: FoundFiles, mappings: readonly FoundFile[]): FoundFiles {
  if (mappings.length <= 1) return { ...found, mappings };
  return { ...found, mappings: [], others: [...found.others, ...mappings.map(({ path }) => path)] };
}

const keyOf = ({ set }: SetMember) => set.join('/');

/**
 * Sets that are whole by what their files are called. Two without a part to train with by name are none: they are taken
 * for the parts of one.
 */
function severalSets({ idx, arrays, tables }: FoundFiles): readonly FileSet[] {
  const sets = new Map<string, FileSet>();
  for (const [kind, files] of Object.entries({ idx, arrays, tables }) as [
    FileSet['kind'],
    readonly FoundFile[],
  ][]) {
    for (const file of files) {
      const member = setMember(file);
      const key = `${kind} ${keyOf(member)}`;
      const set = sets.get(key) ?? { kind, path: member.set, files: [], has: new Set() };
      sets.set(key, set);
      set.files.push(file);
      for (const held of heldBy(member, kind)) set.has.add(held);
    }
  }
  const whole = [...sets.values()].filter(isWhole);
  const toTrain = whole.filter(({ has }) => has.has('train-images'));
  if (toTrain.length > 1 || whole.length > 2) return whole;
  return [];
}

/** 'train-images', or 'images' where the name says no part; a table without either word holds both. */
function heldBy({ holds, part }: SetMember, kind: FileSet['kind']): string[] {
  const before = part ? `${part}-` : '';
  if (holds) return [`${before}${holds}`];
  return kind === 'tables' && part ? [`${before}images`, `${before}labels`] : [];
}

function isWhole({ kind, has }: FileSet): boolean {
  const hasPair = (part: string) => has.has(`${part}images`) && has.has(`${part}labels`);
  // Idx files that are called after MNIST's are read when all four are there.
  if (kind === 'idx') return hasPair('train-') ? hasPair('test-') : hasPair('');
  return hasPair('train-') || hasPair('');
}

/** Without the folders that all of them share. */
function namesOf(sets: readonly FileSet[]): readonly string[] {
  const [first = []] = sets.map(({ path }) => path);
  let shared = 0;
  while (shared < first.length && sets.every(({ path }) => path[shared] === first[shared])) shared++;
  const names = sets.map(({ path, files }) =>
    plainText(path.slice(shared).join('/') || (files[0] as FoundFile).name),
  );
  return names.map((name, i) => (names.indexOf(name) === i ? name : `${name} (${sets[i]?.kind})`));
}
