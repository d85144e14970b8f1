import { GELU } from '../../model/plain/activation';
import type { KerasNode } from './keras-graph';

/** What each layer of the lab's own GELU is and what it is given: `x`, or the layer so many before it. */
const PARTS: readonly (readonly [string, readonly ('x' | number)[]])[] = [
  ['Rescaling', ['x']],
  ['Multiply', [1, 'x']],
  ['Multiply', [1, 'x']],
  ['Add', ['x', 1]],
  ['Rescaling', [1]],
  ['Activation', [1]],
  ['Multiply', ['x', 1]],
];

/** The layers that the lab writes a GELU as (engine/take-away/build-layers-model.ts) become one again. */
export function foldGelu(nodes: readonly KerasNode[]): KerasNode[] {
  const folded: KerasNode[] = [];
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at] as KerasNode;
    const last = isGelu(nodes, at) ? nodes[at + PARTS.length - 1] : undefined;
    if (last) at += PARTS.length - 1;
    folded.push(last ? { ...last, layer: AS_ONE, inputs: node.inputs } : node);
  }
  return folded;
}

const AS_ONE = { class_name: 'Activation', config: { activation: 'gelu_new' } };

const isScale = (node: KerasNode | undefined, wanted: number): boolean => {
  const { scale, offset } = node?.layer.config ?? {};
  return typeof scale === 'number' && Math.abs(scale - wanted) < 1e-9 && !offset;
};

function isGelu(nodes: readonly KerasNode[], at: number): boolean {
  const [x] = nodes[at]?.inputs ?? [];
  const fits = PARTS.every(([type, inputs], i) => {
    const node = nodes[at + i];
    const wanted = inputs.map((input) => (input === 'x' ? x : nodes[at + i - input]?.name));
    return node?.layer.class_name === type && String(node.inputs) === String(wanted);
  });
  return (
    fits &&
    isScale(nodes[at], GELU.cubic) &&
    isScale(nodes[at + 4], 2 * GELU.scale) &&
    nodes[at + 5]?.layer.config.activation === 'sigmoid'
  );
}
