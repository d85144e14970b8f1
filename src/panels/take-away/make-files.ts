import type { ExportContext, ExportedFile, Say } from '../../export/format';
import { FORMATS } from '../../export/formats';
import { largestDifference } from '../../metrics/largest-difference';
import { presetOf } from '../../model/presets';
import type { TrainedNetwork } from '../../model/trained-network';
import type { Inquiries } from '../../protocol/engine-api';
import { type CheckImages, checkImages } from './check-images';

export type FormatId = keyof typeof FORMATS;

/** What the network and its file may differ by in a probability: rounding errors of single precision. */
const MOST_DIFFERENCE = 1e-5;
/** Two programs that round in other orders may be so many times as far apart as one is from the truth. */
const MOST_ROUNDINGS = 4;

/** Files that are ready to be saved, and what they were checked by. */
export interface MadeFiles {
  readonly name: string;
  readonly content: Blob;
  /** Undefined where nothing in a browser reads the format. */
  readonly checked: Checked | undefined;
}

interface Checked extends Pick<CheckImages, 'from' | 'count'> {
  readonly difference: number;
  /** What single precision alone does to this network, where it is too much for the usual limit. */
  readonly rounding: number | undefined;
}

export type Made =
  | { readonly ok: true; readonly files: MadeFiles }
  | { readonly ok: false; readonly code: 'no-network' }
  | { readonly ok: false; readonly code: 'differs'; readonly difference: number };

/**
 * Writes the network in use down and, where something here can read that, compares what it makes of images.
 * @throws what writing or reading throws
 */
export async function makeFiles(
  id: FormatId,
  inquiries: Inquiries,
  classNames: readonly string[],
  say: Say,
): Promise<Made> {
  const network = await inquiries.trainedNetwork();
  if (!network) return { ok: false, code: 'no-network' };
  const format = await FORMATS[id]();
  const about: ExportContext = { name: nameOf(network), classNames, say, engine: inquiries };
  const files = await format.files(network, about);
  const check = format.check?.bind(format);
  const checked = check && (await checkFiles(network, inquiries, (images) => check(files, images, about)));
  // What is no number is no smaller either.
  if (
    checked &&
    !(checked.difference <= Math.max(MOST_DIFFERENCE, MOST_ROUNDINGS * (checked.rounding ?? 0)))
  ) {
    return { ok: false, code: 'differs', difference: checked.difference };
  }
  return { ok: true, files: { ...(await asOne(id, about.name, files)), checked } };
}

async function checkFiles(
  network: TrainedNetwork,
  inquiries: Inquiries,
  read: (images: Float32Array) => Promise<Float32Array>,
): Promise<Checked> {
  const { from, count, pixels } = await checkImages(network, inquiries);
  const wanted = await inquiries.probabilities(network, pixels);
  const difference = largestDifference(await read(pixels), wanted);
  const rounding = difference > MOST_DIFFERENCE ? await inquiries.rounding(network, pixels) : undefined;
  return { from, count, difference, rounding };
}

async function asOne(id: FormatId, name: string, files: readonly ExportedFile[]) {
  const [only, ...more] = files;
  if (only && more.length === 0) return { name: only.name, content: new Blob([only.content]) };
  const { zipped } = await import('../../export/zip');
  return { name: `${name}-${id}.zip`, content: new Blob([await zipped(files)]) };
}

const nameOf = ({ settings }: TrainedNetwork): string => `digit-lab-${presetOf(settings)}`;
