import { type Layer, type Network, networkSchema } from './network';

/**
 * A network in one short line, as it stands in the address: `c24k5-p2-c32k3-p2-d128-d10`.
 *
 * | token | layer |
 * | --- | --- |
 * | `c24k5` | convolution, 24 filters of 5×5; `s2` stride 2, `same` zero padding: `c16k3s2same` |
 * | `p2`, `a2` | max- or average-pooling 2×2; `s1` another stride than the size: `p3s2` |
 * | `x25` | dropout of 25 % |
 * | `d128` | dense, 128 units |
 */
export function formatNetwork(network: Network): string {
  return network.map(formatLayer).join('-');
}

function formatLayer(layer: Layer): string {
  switch (layer.type) {
    case 'conv': {
      const stride = layer.stride === 1 ? '' : `s${layer.stride}`;
      const padding = layer.padding === 'same' ? 'same' : '';
      return `c${layer.filters}k${layer.kernel}${stride}${padding}`;
    }
    case 'max-pool':
    case 'avg-pool': {
      const stride = layer.stride === layer.size ? '' : `s${layer.stride}`;
      return `${layer.type === 'max-pool' ? 'p' : 'a'}${layer.size}${stride}`;
    }
    case 'dense':
      return `d${layer.units}`;
    case 'dropout':
      return `x${layer.percent}`;
    default:
      return layer satisfies never;
  }
}

type ParsedNetwork = { ok: true; network: Network } | { ok: false; token: string };

/**
 * The reverse of formatNetwork.
 * @returns the network, or the first token that is not a layer or lies outside its ranges
 */
export function parseNetwork(text: string): ParsedNetwork {
  const layers: Layer[] = [];
  for (const token of text.split('-')) {
    const layer = parseToken(token);
    const checked = layer && networkSchema.safeParse([layer]);
    if (!layer || !checked?.success) return { ok: false, token: token.slice(0, 20) };
    layers.push(layer);
  }
  return networkSchema.safeParse(layers).success
    ? { ok: true, network: layers }
    : { ok: false, token: text.slice(0, 20) };
}

function parseToken(token: string): Layer | undefined {
  const conv = /^c(\d{1,4})k(\d)(?:s(\d))?(same)?$/.exec(token);
  if (conv) {
    return {
      type: 'conv',
      filters: Number(conv[1]),
      kernel: Number(conv[2]),
      stride: Number(conv[3] ?? 1),
      padding: conv[4] ? 'same' : 'valid',
    };
  }
  const pool = /^([pa])(\d)(?:s(\d))?$/.exec(token);
  if (pool) {
    return {
      type: pool[1] === 'p' ? 'max-pool' : 'avg-pool',
      size: Number(pool[2]),
      stride: Number(pool[3] ?? pool[2]),
    };
  }
  const dense = /^d(\d{1,5})$/.exec(token);
  if (dense) return { type: 'dense', units: Number(dense[1]) };
  const dropout = /^x(\d{1,2})$/.exec(token);
  if (dropout) return { type: 'dropout', percent: Number(dropout[1]) };
  return undefined;
}
