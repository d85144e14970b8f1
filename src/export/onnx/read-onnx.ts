import { INPUT_SIZE } from '../../model/network';
import { ABOUT_KEY } from '../about-network';
import { assemble } from '../read/assemble';
import { Chain } from '../read/chain';
import { type Refuse, refusing } from '../read/network-file-error';
import type { OpenedNetwork } from '../read/opened-network';
import { nameOf } from './attributes';
import { GraphValues } from './graph-values';
import type { OnnxModel, OnnxValue } from './messages';
import { OPERATORS } from './operators';
import { readModel } from './read-messages';
import type { Layout, Reading } from './reading';

/** More than the layers of any network of the lab take. */
const MOST_NODES = 1000;

/**
 * A network of the operators that the lab knows, maps channels first: of the lab itself, of PyTorch, of Keras by tf2onnx.
 * @throws NetworkFileError for any other file
 */
export function readOnnx(file: string, bytes: Uint8Array): OpenedNetwork {
  const refuse = refusing(file);
  const model = parsed(bytes, refuse);
  if (model.nodes.length > MOST_NODES) throw refuse('too-large', '', `${model.nodes.length} operators`);
  const input = imageInput(model, refuse);
  const layout = layoutOf(input, refuse);
  const chain = new Chain(refuse, input.name);
  const values = new GraphValues(model, refuse);
  const reading: Reading = { chain, values, refuse, layout, flattened: layout };
  for (const node of model.nodes) {
    if (node.domain !== '' && node.domain !== 'ai.onnx')
      throw refuse('unsupported', nameOf(node), node.domain);
    if (values.takesIn(node)) continue;
    const read = OPERATORS.get(node.operator);
    if (!read) throw refuse('unsupported', nameOf(node), 'operator');
    if (!node.inputs.includes(chain.current)) throw refuse('unsupported', nameOf(node), 'a branch');
    read(node, node.outputs[0] ?? '', reading);
  }
  if (model.outputs.length !== 1 || model.outputs[0]?.name !== chain.current) {
    throw refuse('unsupported', model.outputs[0]?.name ?? '', 'output');
  }
  return assemble(chain.layers, model.metadata.get(ABOUT_KEY), refuse);
}

function parsed(bytes: Uint8Array, refuse: Refuse): OnnxModel {
  try {
    const model = readModel(bytes);
    if (model.nodes.length > 0) return model;
  } catch {
    // Whatever it is that can't be read: it is no such file.
  }
  throw refuse('damaged', '');
}

/** The one that is no weight. */
function imageInput({ inputs, initializers }: OnnxModel, refuse: Refuse): OnnxValue {
  const weights = new Set(initializers.map(({ name }) => name));
  const images = inputs.filter(({ name }) => !weights.has(name));
  const [image] = images;
  if (!image || images.length > 1) throw refuse('unsupported', '', `${images.length} inputs`);
  return image;
}

/** [N, 1, 28, 28], [N, 28, 28, 1], [N, 28, 28] or [N, 784]. */
function layoutOf({ name, dims }: OnnxValue, refuse: Refuse): Layout {
  const text = dims.slice(1).join('×');
  if (text === '1×28×28') return 'channels-first';
  if (text === '28×28×1' || text === '28×28') return 'channels-last';
  if (text === `${INPUT_SIZE}`) return 'flat';
  throw refuse('unsupported', name, `images of ${text}`);
}
