import type { Layer, LayerType, Network } from '../../model/network';

/** What a layer starts as when it is added. */
const FRESH: Record<LayerType, Layer> = {
  conv: { type: 'conv', filters: 8, kernel: 3, stride: 1, padding: 'valid' },
  'max-pool': { type: 'max-pool', size: 2, stride: 2 },
  'avg-pool': { type: 'avg-pool', size: 2, stride: 2 },
  'global-avg-pool': { type: 'global-avg-pool' },
  'batch-norm': { type: 'batch-norm' },
  dense: { type: 'dense', units: 64 },
  dropout: { type: 'dropout', percent: 25 },
};
export const LAYER_TYPES = Object.keys(FRESH) as LayerType[];

const NEED_MAPS: readonly LayerType[] = ['conv', 'max-pool', 'avg-pool', 'global-avg-pool'];

/** Adds a layer where it makes sense: maps in front of the first dense layer, all else in front of the last. */
export function addLayer(network: Network, type: LayerType): Layer[] {
  const needsMaps = NEED_MAPS.includes(type);
  const firstDense = network.findIndex((layer) => layer.type === 'dense');
  const at = needsMaps && firstDense >= 0 ? firstDense : Math.max(0, network.length - 1);
  return network.toSpliced(at, 0, FRESH[type]);
}

/** Moves a layer to the place that another has now; nothing moves where there is no such place. */
export function moveLayer(network: Network, from: number, to: number): Layer[] {
  const layer = network[from];
  if (!layer || to < 0 || to >= network.length) return [...network];
  return network.toSpliced(from, 1).toSpliced(to, 0, layer);
}

export const removeLayer = (network: Network, index: number): Layer[] => network.toSpliced(index, 1);

/** Another type keeps nothing of the old layer. */
export const retypeLayer = (network: Network, index: number, type: LayerType): Layer[] =>
  network.with(index, FRESH[type]);

export const replaceLayer = (network: Network, index: number, layer: Layer): Layer[] =>
  network.with(index, layer);
