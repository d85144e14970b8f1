import { DataError, type DataPlace, type DataProblem, refusal } from './dataset.ts';
import { download, type Net, type OnBytes } from './download.ts';
import { unpack } from './gunzip.ts';
import type { Mirror, MnistFile } from './mnist-sources.ts';
import { sha256 } from './sha256.ts';

/** Somewhere that files may come from. */
export interface MnistSource {
  readonly name: string;
  /**
   * @returns the file's bytes, gzipped or not and not yet checked; undefined where the source does not have it and
   * need not
   * @throws DataError
   */
  read(file: MnistFile): Promise<Uint8Array<ArrayBuffer> | undefined>;
}

/** An official file: its content has the right SHA-256. */
export interface ObtainedFile {
  readonly file: MnistFile;
  /** As the source had it. */
  readonly packed: Uint8Array<ArrayBuffer>;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly source: MnistSource;
  /** Sources that were tried in vain before. */
  readonly problems: readonly DataProblem[];
}

/**
 * The file from the first source whose copy is the official one.
 * @throws DataError with every source's problem where there is none
 */
async function obtain(
  file: MnistFile,
  sources: readonly MnistSource[],
  signal?: AbortSignal,
): Promise<ObtainedFile> {
  const problems: DataProblem[] = [];
  for (const source of sources) {
    try {
      const packed = await source.read(file);
      if (!packed) continue;
      const bytes = await verify(packed, file, { file: file.name, source: source.name });
      return { file, packed, bytes, source, problems };
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
      problems.push(...error.problems);
    }
    if (signal?.aborted) break;
  }
  const names = sources.map((source) => source.name).join(', ');
  throw problems.length > 0
    ? new DataError(problems)
    : refusal('not-found', { file: file.name, source: names });
}

/**
 * All files, side by side.
 * @throws DataError with the problems of every file where one is not to be had
 */
export async function obtainAll(
  files: readonly MnistFile[],
  sources: readonly MnistSource[],
  signal?: AbortSignal,
): Promise<ObtainedFile[]> {
  const outcomes = await Promise.allSettled(files.map((file) => obtain(file, sources, signal)));
  const problems: DataProblem[] = [];
  const obtained: ObtainedFile[] = [];
  for (const outcome of outcomes) {
    if (outcome.status === 'fulfilled') {
      obtained.push(outcome.value);
      problems.push(...outcome.value.problems);
    } else if (outcome.reason instanceof DataError) problems.push(...outcome.reason.problems);
    else throw outcome.reason;
  }
  if (obtained.length < files.length) throw new DataError(problems);
  return obtained;
}

/**
 * The content of a file whose bytes are not to be trusted yet.
 * @throws DataError html, bad-gzip, too-large, truncated, checksum
 */
async function verify(packed: Uint8Array<ArrayBuffer>, file: MnistFile, place: DataPlace) {
  if (looksLikeMarkup(packed)) throw refusal('html', place);
  const bytes = await unpack(packed, file.bytes, place);
  if (bytes.length < file.bytes) {
    throw refusal('truncated', place, { found: `${bytes.length}`, wanted: `${file.bytes}` });
  }
  const found = await sha256(bytes);
  if (found !== file.sha256) throw refusal('checksum', place, { found, wanted: file.sha256 });
  return bytes;
}

/** Neither gzip (1f 8b) nor idx (0 0) can begin with '<', after white space or not. */
function looksLikeMarkup(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 256));
  return start.trimStart().startsWith('<');
}

/** Content can't be longer than this and be the file; gzip adds next to nothing to what it can't compress. */
const transferLimit = (file: MnistFile) => file.bytes + 65_536;

/** A folder of a web server that holds the files as `<name>.gz`. */
export function webSource(
  { name, url }: Pick<Mirror, 'name' | 'url'>,
  net: Net,
  onBytes?: (file: MnistFile, source: string, ...bytes: Parameters<OnBytes>) => void,
): MnistSource {
  return {
    name,
    read: (file) =>
      download(
        `${url}${file.name}.gz`,
        { file: file.name, source: name },
        net,
        transferLimit(file),
        (received, total) => onBytes?.(file, name, received, total),
      ),
  };
}
