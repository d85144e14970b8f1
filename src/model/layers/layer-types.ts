import type { z } from 'zod';
import { batchNorm } from './batch-norm';
import { conv } from './conv';
import { dense } from './dense';
import { dropout } from './dropout';
import { globalAvgPool } from './global-avg-pool';
import type { LayerDescriptor } from './layer';
import { avgPool, maxPool } from './pool';
import { residual } from './residual';
import { separableConv } from './separable-conv';

/** Every type of layer. To add one: a file beside this one and its row here; the compiler asks for the rest. */
export const LAYER_TYPES = {
  conv,
  'separable-conv': separableConv,
  'max-pool': maxPool,
  'avg-pool': avgPool,
  'global-avg-pool': globalAvgPool,
  'batch-norm': batchNorm,
  dense,
  dropout,
  residual,
} as const;

export type LayerType = keyof typeof LAYER_TYPES;
export type Layer = z.infer<(typeof LAYER_TYPES)[LayerType]['schema']>;

/** Each row is about the type that its key says. */
const TABLE: {
  readonly [Type in LayerType]: LayerDescriptor<Extract<Layer, { readonly type: Type }>>;
} = LAYER_TYPES;

/** The descriptor of a layer's own type, to be asked about that layer alone. */
export const descriptorOf = (layer: Layer): LayerDescriptor<Layer> =>
  // The row takes layers of this type only, which the compiler cannot follow from the key.
  TABLE[layer.type] as LayerDescriptor<Layer>;
