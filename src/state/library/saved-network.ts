import { aboutNetworkSchema, keptNetworkSchema } from '../../model/kept-network';
import { formatNetwork } from '../../model/notation';
import { planOf } from '../../model/shapes';
import type { TrainedNetwork } from '../../model/trained-network';
import type { Readings } from '../../protocol/data/images';
import type { KeepStore, KeptHeader } from '../keeping/keep-store';
import { readAbout, readKept } from '../keeping/read-kept';
import { keptValidation } from '../run/kept-epoch';
import { dataOfThen, type RunState } from '../run/run-state';

const FORMAT = 1;
/** Characters of a name, and of a note. */
export const LONGEST_NAME = 80;

/**
 * Where a network is from.
 * - `trained`: a run of this page
 * - `changed`: such a one, fine-tuned or changed by hand since
 * - `opened`: a file
 */
type NetworkOrigin = 'trained' | 'changed' | 'opened';

/** What is known of a network in the library without its weights. */
interface AboutNetwork {
  readonly format: typeof FORMAT;
  readonly name: string;
  readonly note: string;
  readonly origin: NetworkOrigin;
  /** A person wants it to stay; without that it makes room for later ones. */
  readonly isPinned: boolean;
  readonly notation: string;
  readonly parameters: number;
  readonly dataset: TrainedNetwork['settings']['dataset'];
  /** Test images where they were read, else validation images. */
  readonly accuracy:
    | { readonly part: 'test' | 'validation'; readonly right: number; readonly images: number }
    | undefined;
}

export interface SavedNetwork extends AboutNetwork, Omit<KeptHeader, 'about'> {}

/** A network as it is kept: with the run that trained it, and what was read with it. */
export interface NetworkBody {
  readonly format: typeof FORMAT;
  readonly network: TrainedNetwork;
  readonly run: RunState | undefined;
  /** Of each output, where it is known and no run says it. */
  readonly outputNames?: readonly string[] | undefined;
  readonly readings: Readonly<Partial<Record<'validation' | 'test', Readings>>>;
}

/** What may be changed of it. */
export type NetworkWords = Partial<Pick<AboutNetwork, 'name' | 'note' | 'isPinned'>>;

export function aboutNetwork(
  { network, run }: Omit<NetworkBody, 'format'>,
  given: Pick<AboutNetwork, 'name' | 'origin' | 'isPinned'>,
): AboutNetwork {
  const { settings } = network;
  return {
    ...{ format: FORMAT, note: '', ...given, dataset: settings.dataset },
    notation: formatNetwork(settings.network),
    parameters: planOf(settings.network).parameters,
    accuracy: accuracyOf(run),
  };
}

function accuracyOf(run: RunState | undefined): AboutNetwork['accuracy'] {
  const part = run?.test ? 'test' : 'validation';
  const evaluation = run && (run.test ?? keptValidation(run).at(-1));
  if (!evaluation) return undefined;
  const { images, accuracy } = evaluation;
  return { part, images, right: Math.round(images * accuracy) };
}

export const networkBody = (body: Omit<NetworkBody, 'format'>): NetworkBody => ({ format: FORMAT, ...body });

/** Whole, as `readKept` gives it. */
export async function readNetwork(store: KeepStore, id: string): Promise<NetworkBody | undefined> {
  const body = await readKept(store, 'network', id, keptNetworkSchema);
  const run = body?.run;
  return body && { ...body, run: run && { ...run, data: dataOfThen(run.data, run.startedAt) } };
}

/** For a list, as `readAbout` gives it. */
export async function readHeader(store: KeepStore, kept: KeptHeader): Promise<SavedNetwork | undefined> {
  const known = await readAbout(store, 'network', kept, aboutNetworkSchema);
  const { about: _, ...header } = kept;
  return known && { ...known, ...header };
}

/** Undefined where it is of another form. */
export function savedNetwork({ about, ...header }: KeptHeader): SavedNetwork | undefined {
  const known = aboutNetworkSchema.safeParse(about);
  return known.success ? { ...known.data, ...header } : undefined;
}
