import { softmaxRows } from '../metrics/logits';
import { classesOf } from '../model/network';
import type { GivenFile } from './given-file';
import { NetworkFileError } from './read/network-file-error';
import type { OpenedNetwork } from './read/opened-network';
import type { RunFile } from './run/run-file';
import { unzipped } from './zip';

/** What some files have brought. */
export type Opened =
  | ({ readonly kind: 'network'; readonly format: 'tfjs' | 'onnx' | 'safetensors' } & OpenedNetwork & Reread)
  | ({ readonly kind: 'run' } & RunFile);

interface Reread {
  /**
   * What the program that such files are for makes of images by this one, where it runs here.
   * @param images - [n, 784], 0 to 1
   * @returns probabilities, [n, classes] row by row
   */
  readonly reread?: (images: Float32Array) => Promise<Float32Array>;
}

/** Of all files together: twenty times the weights of the largest network. */
const MOST_BYTES = 320e6;

/**
 * A network or a run, by what the files hold and not by what they are called; also from an archive.
 * @throws NetworkFileError for all that is none
 */
export async function openFiles(given: readonly GivenFile[]): Promise<Opened> {
  const size = given.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (size > MOST_BYTES) throw new NetworkFileError('too-large', given[0]?.name ?? '', '', `${size} bytes`);
  const archive = given.find(({ bytes }) => startsWith(bytes, 'PK'));
  // What lies in an archive within is no network.
  return openPlain(archive ? await unzipped(archive, MOST_BYTES) : given);
}

async function openPlain(given: readonly GivenFile[]): Promise<Opened> {
  const json = given.find(({ bytes }) => startsWith(bytes, '{'));
  if (json) return openJson(json, given);
  const [file] = given;
  if (!file) throw new NetworkFileError('missing', '', '');
  // Eight bytes of length, then JSON.
  if (file.bytes[8] === '{'.charCodeAt(0)) {
    const { openSafetensors } = await import('./safetensors/open-safetensors');
    return { kind: 'network', format: 'safetensors', ...openSafetensors(file.name, file.bytes) };
  }
  const { readOnnx } = await import('./onnx/read-onnx');
  const read = readOnnx(file.name, file.bytes);
  const classes = classesOf(read.network.settings.network);
  const reread = async (images: Float32Array) => {
    const { readByOnnxRuntime } = await import('./onnx/check-onnx');
    return asProbabilities(await readByOnnxRuntime(file.bytes, images), classes);
  };
  return { kind: 'network', format: 'onnx', ...read, reread };
}

async function openJson(file: GivenFile, given: readonly GivenFile[]): Promise<Opened> {
  const text = new TextDecoder().decode(file.bytes);
  const { isRun, readRun } = await import('./run/read-run');
  const json = parsed(text);
  if (isRun(json)) return { kind: 'run', ...readRun(file.name, json) };
  const { readTfjs } = await import('./tfjs/read-tfjs');
  const others = new Map(given.map(({ name, bytes }) => [name, bytes]));
  return { kind: 'network', format: 'tfjs', ...readTfjs(file.name, text, others) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** White space in front of it apart. */
function startsWith(bytes: Uint8Array, text: string): boolean {
  const head = new TextDecoder().decode(bytes.subarray(0, 64)).trimStart();
  return head.startsWith(text);
}

/** Networks end with a softmax, with its logarithm or without one. */
function asProbabilities(outputs: Float32Array, classes: number): Float32Array {
  const [sum, least] = [outputs.reduce((all, value) => all + value, 0), Math.min(...outputs)];
  const isShares = least >= 0 && Math.abs(sum / (outputs.length / classes) - 1) < 1e-3;
  return isShares ? outputs : softmaxRows(outputs, classes);
}
