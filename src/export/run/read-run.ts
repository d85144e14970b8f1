import { planOf, sizeOf } from '../../model/shapes';
import type { TrainedNetwork } from '../../model/trained-network';
import { ofBase64 } from '../base64';
import { type Refuse, refusing } from '../read/network-file-error';
import type { RunFile } from './run-file';
import { version1 } from './version-1';
import { version2 } from './version-2';

/** Reads a file of one version as the page of today has it. */
type ReadVersion = (json: unknown, refuse: Refuse) => RunFile;

/** Every version that there has been: a later one comes beside these, which stay. */
const VERSIONS: ReadonlyMap<unknown, ReadVersion> = new Map([
  [1, readBy(version1)],
  [2, readBy(version2)],
]);

/** Whether a JSON is meant to be one, of whatever version. */
export const isRun = (json: unknown): json is { readonly format: string; readonly version?: unknown } =>
  typeof json === 'object' && json !== null && 'format' in json && json.format === 'digit-lab run';

/** @throws NetworkFileError for what is no run, or one of a later version */
export function readRun(file: string, json: unknown): RunFile {
  const refuse = refusing(file);
  if (!isRun(json)) throw refuse('damaged', 'format');
  const read = VERSIONS.get(json.version);
  if (!read) throw refuse('unsupported', 'version', `${JSON.stringify(json.version)}`);
  return read(json, refuse);
}

function readBy(version: typeof version1 | typeof version2): ReadVersion {
  return (json, refuse) => {
    const checked = version.safeParse(json);
    if (!checked.success) {
      const [issue] = checked.error.issues;
      throw refuse('damaged', issue?.path.join('.') ?? '', issue?.message);
    }
    const { run, weights } = checked.data;
    return { run, network: weights && networkOf(run.settings, weights, refuse) };
  };
}

function networkOf(
  settings: TrainedNetwork['settings'],
  { trainedBatches, tensors }: { readonly trainedBatches: number; readonly tensors: readonly string[] },
  refuse: Refuse,
): TrainedNetwork {
  const shapes = planOf(settings.network).layers.flatMap((plan) => plan.weights);
  if (tensors.length !== shapes.length) {
    throw refuse('wrong-shape', 'weights', `${tensors.length} tensors, not ${shapes.length}`);
  }
  const weights = shapes.map(({ role, shape }, i) => {
    const name = `weights.tensors.${i}`;
    const values = ofBase64(tensors[i] ?? '');
    if (!values) throw refuse('damaged', name);
    if (values.length !== sizeOf(shape))
      throw refuse('wrong-shape', name, `${role}: ${values.length} values`);
    if (!values.every(Number.isFinite)) throw refuse('not-finite', name);
    return values;
  });
  return { settings, weights, trainedBatches: Math.max(1, trainedBatches) };
}
