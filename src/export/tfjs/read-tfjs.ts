import { INPUT_SIDE, INPUT_SIZE } from '../../model/network';
import { ABOUT_KEY } from '../about-network';
import { assemble } from '../read/assemble';
import { Chain } from '../read/chain';
import { type Refuse, refusing } from '../read/network-file-error';
import type { OpenedNetwork } from '../read/opened-network';
import { foldGelu } from './fold-gelu';
import { KerasConfig } from './keras-config';
import { type KerasNode, kerasGraph } from './keras-graph';
import { KERAS_LAYERS } from './keras-layers';
import type { KerasReading } from './keras-reading';
import { modelJsonSchema, topologyOf } from './model-json';
import { weightsOf } from './weights-of';

/**
 * A network that TensorFlow.js or its converter has written, from a Keras of 2 or of 3. Nothing of it is built by
 * TensorFlow.js, so that what it would do with names, sizes and weights that are not there does not come to pass.
 * @param files - the weight files that came along, by their names
 * @throws NetworkFileError for what is no network of the lab's kind
 */
export function readTfjs(file: string, json: string, files: ReadonlyMap<string, Uint8Array>): OpenedNetwork {
  const refuse = refusing(file);
  const model = parsed(json, refuse);
  const topology = topologyOf(model);
  const { nodes, output } = kerasGraph(topology, refuse);
  const weights = weightsOf(model.weightsManifest, files, refuse);
  const input = nodes.find(({ layer }) => layer.class_name === 'InputLayer');
  const shape = imageShape(input ?? nodes[0], refuse);
  const chain = new Chain(refuse, input?.name ?? '');
  const reading: KerasReading = { chain, weights, refuse, isFlat: shape === `${INPUT_SIZE}` };
  for (const node of foldGelu(nodes)) {
    if (node === input) continue;
    const { class_name } = node.layer;
    const read = KERAS_LAYERS.get(class_name);
    if (!read) throw refuse('unsupported', node.name, class_name);
    const isNext = node.inputs.includes(chain.current) || (!input && node.inputs.length === 0);
    if (!isNext || (node.inputs.length > 1 && class_name !== 'Add')) {
      throw refuse('unsupported', node.name, 'a branch');
    }
    read(new KerasConfig(node, refuse), reading);
  }
  if (output !== chain.current) throw refuse('unsupported', output, 'output');
  return assemble(chain.layers, model.userDefinedMetadata?.[ABOUT_KEY], refuse);
}

function parsed(json: string, refuse: Refuse) {
  let read: unknown;
  try {
    read = JSON.parse(json);
  } catch {
    throw refuse('damaged', '', 'no JSON');
  }
  const checked = modelJsonSchema.safeParse(read);
  if (checked.success) return checked.data;
  throw refuse('damaged', checked.error.issues[0]?.path.join('.') ?? '');
}

/** Keras 2 and TensorFlow.js call it 'batch_input_shape', Keras 3 'batch_shape'. */
const SHAPE_NAMES = ['batch_input_shape', 'batch_shape', 'batchInputShape'] as const;

/** Of images: 28×28×1, 28×28 or 784. */
function imageShape(node: KerasNode | undefined, refuse: Refuse): string {
  const config = new Map(Object.entries(node?.layer.config ?? {}));
  const shape = SHAPE_NAMES.map((name) => config.get(name)).find(Array.isArray);
  const text = (shape ?? []).slice(1).join('×');
  const side = INPUT_SIDE;
  if ([`${side}×${side}×1`, `${side}×${side}`, `${INPUT_SIZE}`].includes(text)) return text;
  throw refuse('unsupported', node?.name ?? '', shape ? `images of ${text}` : 'images of any size');
}
