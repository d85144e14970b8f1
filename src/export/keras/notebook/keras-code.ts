import { pythonOf } from '../../python/python-text';
import type { KerasNode } from '../nodes';

/** `build()`: the function that makes the network, a line a layer. */
export function buildCode(nodes: readonly KerasNode[], classes: number): string {
  const variables = variablesOf(nodes);
  const lines = nodes.map((node) => `    ${variables.get(node.name)} = ${callOf(node, variables)}\n`);
  const first = variables.get(nodes[0]?.name ?? '');
  const last = variables.get(nodes.at(-1)?.name ?? '');
  return `def build():
    """Images [n, 28, 28, 1], 0 background to 1 ink, to probabilities [n, ${classes}]."""
${lines.join('')}    return keras.Model(${first}, ${last}, name="digit_lab")`;
}

/** `x`, but for what is read again later. */
function variablesOf(nodes: readonly KerasNode[]): Map<string, string> {
  const readAgain = new Set(nodes.flatMap(({ inputs }) => inputs.slice(1)));
  return new Map(
    nodes.map(({ name, className }) => [
      name,
      className === 'InputLayer' || readAgain.has(name) ? name : 'x',
    ]),
  );
}

function callOf({ className, name, config, inputs }: KerasNode, variables: Map<string, string>): string {
  const read = inputs.map((input) => variables.get(input));
  if (className === 'InputLayer') return 'keras.Input((28, 28, 1))';
  if (className === 'Gelu') return `keras.ops.gelu(${read[0]}, approximate=True)`;
  const settings = Object.entries({ ...config, name }).map(([key, value]) => `${key}=${pythonOf(value)}`);
  const args = className === 'Add' ? `[${read.join(', ')}]` : read[0];
  return `keras.layers.${className}(${settings.join(', ')})(${args})`;
}
