import { descriptorOf, LAYER_TYPES } from './layers/layer-types';
import { LAYER_LIMITS, type Layer, type Network, networkSchema } from './network';

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

type ParsedNetwork = { ok: true; network: Network } | { ok: false; problem: NotationProblem };

/** A number of a layer, by its name there. */
type LayerField = 'filters' | 'kernel' | 'stride' | 'size' | 'units' | 'percent';

/** Why a text is no network. Tokens are cut: a text may be anything. */
export type NotationProblem =
  | { code: 'unknown-layer'; token: string }
  | { code: 'out-of-range'; token: string; field: LayerField; min: number; max: number }
  | { code: 'too-many-layers'; layers: number; most: number };

const LONGEST_TOKEN = 20;
const [, MOST_LAYERS] = LAYER_LIMITS.layers;

/**
 * The reverse of formatNetwork.
 * @returns the network, or that it has too many layers, or what is wrong with the first token that is none
 */
export function parseNetwork(text: string): ParsedNetwork {
  const tokens = text.split('-');
  // Before any of them is looked at: there may be a million.
  if (tokens.length > MOST_LAYERS) {
    return { ok: false, problem: { code: 'too-many-layers', layers: tokens.length, most: MOST_LAYERS } };
  }
  const layers: Layer[] = [];
  for (const whole of tokens) {
    const layer = parseToken(whole);
    const token = whole.slice(0, LONGEST_TOKEN);
    if (!layer) return { ok: false, problem: { code: 'unknown-layer', token } };
    const checked = networkSchema.safeParse([layer]);
    if (!checked.success) {
      const field = checked.error.issues[0]?.path.at(-1) as LayerField;
      const [min, max] = rangeOf(layer, field);
      return { ok: false, problem: { code: 'out-of-range', token, field, min, max } };
    }
    layers.push(layer);
  }
  return { ok: true, network: layers };
}

function rangeOf({ type }: Layer, field: LayerField): readonly [number, number] {
  switch (field) {
    case 'filters':
    case 'kernel':
    case 'units':
      return LAYER_LIMITS[field];
    case 'stride':
      return type === 'max-pool' || type === 'avg-pool' ? LAYER_LIMITS.poolStride : LAYER_LIMITS.convStride;
    case 'size':
      return LAYER_LIMITS.poolSize;
    case 'percent':
      return LAYER_LIMITS.dropPercent;
    default:
      return field satisfies never;
  }
}

function parseToken(token: string): Layer | undefined {
  for (const { parse } of Object.values(LAYER_TYPES)) {
    const layer = parse(token);
    if (layer) return layer;
  }
  return undefined;
}
