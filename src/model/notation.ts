import { descriptorOf, LAYER_TYPES } from './layers/layer-types';
import { type Layer, type Network, networkSchema } from './network';

/**
 * A network in one short line, as it stands in the address: `c24k5-p2-c32k3-p2-d128-d10`.
 *
 * | token | layer |
 * | --- | --- |
 * | `c24k5` | convolution, 24 filters of 5×5; `s2` stride 2, `same` zero padding: `c16k3s2same` |
 * | `s16k3` | depthwise-separable convolution; `s2` and `same` as above: `s16k3s2same` |
 * | `r` | adds what went into the layer before: `c16k3same-r` |
 * | `p2`, `a2` | max- or average-pooling 2×2; `s1` another stride than the size: `p3s2` |
 * | `g` | global average-pooling |
 * | `n` | batch normalisation; the activation of the layer in front of it then comes after it |
 * | `x25` | dropout of 25 % |
 * | `d128` | dense, 128 units |
 */
export function formatNetwork(network: Network): string {
  return network.map((layer) => descriptorOf(layer).format(layer)).join('-');
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
  for (const { parse } of Object.values(LAYER_TYPES)) {
    const layer = parse(token);
    if (layer) return layer;
  }
  return undefined;
}
