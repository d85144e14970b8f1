import { z } from 'zod';
import { CLASSES } from './input';
import type { ConvLayer } from './layers/conv';
import { DENSE_LIMITS } from './layers/dense';
import { DROPOUT_LIMITS } from './layers/dropout';
import { LAYER_TYPES, type Layer } from './layers/layer-types';
import { POOL_LIMITS } from './layers/pool';
import type { SeparableConvLayer } from './layers/separable-conv';
import { CONV_LIMITS } from './layers/sliding-kernel';

export { CLASS_LIMITS, CLASSES, INPUT_SIDE, INPUT_SIZE } from './input';
export type { ConvLayer } from './layers/conv';
export type { Layer, LayerType } from './layers/layer-types';
export type { PoolLayer } from './layers/pool';
export type { SeparableConvLayer } from './layers/separable-conv';

/** The ranges of what layers may be, and of how many there are. */
export const LAYER_LIMITS = {
  ...CONV_LIMITS,
  ...POOL_LIMITS,
  ...DENSE_LIMITS,
  ...DROPOUT_LIMITS,
  layers: [1, 24],
} as const;

type LayerSchema = (typeof LAYER_TYPES)[keyof typeof LAYER_TYPES]['schema'];
const schemas = Object.values(LAYER_TYPES).map(({ schema }) => schema) as [LayerSchema, ...LayerSchema[]];

export const networkSchema = z
  .array(z.discriminatedUnion('type', schemas))
  .min(LAYER_LIMITS.layers[0])
  .max(LAYER_LIMITS.layers[1]);

/** A network is plain data: the list of its layers, input side first. */
export type Network = readonly Layer[];

/** How many classes a network tells apart: the units of its last layer. */
export function classesOf(network: Network): number {
  const last = network.at(-1);
  return last?.type === 'dense' ? last.units : CLASSES;
}

/** The same network for so many classes: its last layer with a unit for each, where that is dense. */
export function withClasses(network: Network, classes: number): Layer[] {
  const last = network.at(-1);
  return last?.type === 'dense' ? network.with(-1, { ...last, units: classes }) : [...network];
}

/** Layers whose outputs are filters' maps. */
export const CONVOLUTIONS = ['conv', 'separable-conv'] as const;

export const isConvolution = (layer: Layer): layer is ConvLayer | SeparableConvLayer =>
  layer.type === 'conv' || layer.type === 'separable-conv';
