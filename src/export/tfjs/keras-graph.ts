import type { Refuse } from '../read/network-file-error';
import type { KerasLayer, KerasTopology } from './model-json';

/** A layer with the names of the layers that it is given the values of. */
export interface KerasNode {
  readonly name: string;
  readonly layer: KerasLayer;
  /** Empty for the input. */
  readonly inputs: readonly string[];
}

const layerName = (layer: KerasLayer): string =>
  typeof layer.name === 'string'
    ? layer.name
    : typeof layer.config.name === 'string'
      ? layer.config.name
      : '';

/** The layers with what each is given, and the name of the layer whose value comes out. @throws NetworkFileError */
export function kerasGraph(
  { isSequential, layers, outputs }: KerasTopology,
  refuse: Refuse,
): { readonly nodes: readonly KerasNode[]; readonly output: string } {
  const nodes: KerasNode[] = [];
  for (const layer of layers) {
    const name = layerName(layer);
    if (nodes.some((node) => node.name === name)) throw refuse('damaged', name, 'two layers of one name');
    const before = nodes.at(-1);
    const inputs = isSequential ? (before ? [before.name] : []) : inputsOf(layer, refuse);
    nodes.push({ name, layer, inputs });
  }
  const names = outputs && historiesIn(outputs);
  if (names && names.length !== 1) throw refuse('unsupported', '', `${names.length} outputs`);
  return { nodes, output: names?.[0] ?? nodes.at(-1)?.name ?? '' };
}

function inputsOf(layer: KerasLayer, refuse: Refuse): string[] {
  const calls = layer.inbound_nodes ?? [];
  if (calls.length > 1) throw refuse('unsupported', layerName(layer), 'used more than once');
  return historiesIn(calls);
}

/** How deep they lie in what Keras 3 writes: calls, arguments, lists, tensors, their config. */
const DEEPEST = 10;

/**
 * The layers that tensors come from: of Keras 2 and TensorFlow.js ['name', 0, 0, {}], of Keras 3 the same without the
 * last under 'keras_history' of each tensor.
 */
function historiesIn(written: unknown, depth = 0): string[] {
  if (depth > DEEPEST || typeof written !== 'object' || written === null) return [];
  if (!Array.isArray(written)) {
    const { kwargs: _, ...rest } = written as Record<string, unknown>;
    return Object.values(rest).flatMap((value) => historiesIn(value, depth + 1));
  }
  const [name, call, tensor] = written;
  if (typeof name === 'string' && typeof call === 'number' && typeof tensor === 'number') return [name];
  return written.flatMap((value) => historiesIn(value, depth + 1));
}
