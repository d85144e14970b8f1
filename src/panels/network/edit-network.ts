import type { Layer, LayerType, Network } from '../../model/network';
import { planNetwork } from '../../model/shapes';

/** What a layer starts as when it is added. */
const FRESH: Record<LayerType, Layer> = {
  conv: { type: 'conv', filters: 8, kernel: 3, stride: 1, padding: 'valid' },
  'separable-conv': { type: 'separable-conv', filters: 8, kernel: 3, stride: 1, padding: 'valid' },
  'max-pool': { type: 'max-pool', size: 2, stride: 2 },
  'avg-pool': { type: 'avg-pool', size: 2, stride: 2 },
  'global-avg-pool': { type: 'global-avg-pool' },
  'batch-norm': { type: 'batch-norm' },
  dense: { type: 'dense', units: 64 },
  dropout: { type: 'dropout', percent: 25 },
  residual: { type: 'residual' },
};
export const LAYER_TYPES = Object.keys(FRESH) as LayerType[];

/** Adds a layer where it makes sense; where it makes none, in front of the last. */
export const addLayer = (network: Network, type: LayerType): Layer[] =>
  network.toSpliced(placeFor(network, type), 0, FRESH[type]);

function placeFor(network: Network, type: LayerType): number {
  const last = Math.max(0, network.length - 1);
  switch (type) {
    case 'conv':
    case 'separable-conv':
    case 'max-pool':
    case 'avg-pool':
    case 'global-avg-pool': {
      const firstDense = network.findIndex((layer) => layer.type === 'dense');
      return firstDense >= 0 ? firstDense : last;
    }
    case 'residual': {
      const place = network.findLastIndex((_, at) => planNetwork(network.toSpliced(at, 0, FRESH[type])).ok);
      return place >= 0 ? place : last;
    }
    case 'batch-norm':
    case 'dense':
    case 'dropout':
      return last;
    default:
      return type satisfies never;
  }
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
