import { z } from 'zod';

/*
 * What of a model.json is read; everything else may be there and changes nothing. Keras 2, Keras 3 and TensorFlow.js
 * write the same in different ways.
 */

const name = z.string().max(300);
const layerSchema = z.looseObject({
  class_name: name,
  config: z.record(z.string(), z.unknown()),
  name: name.optional(),
  inbound_nodes: z.array(z.unknown()).max(8).optional(),
});
export type KerasLayer = z.infer<typeof layerSchema>;

const MOST_LAYERS = 500;
const layersSchema = z.array(layerSchema).max(MOST_LAYERS);

const networkSchema = z.union([
  z.looseObject({
    class_name: z.literal('Sequential'),
    config: z.union([z.looseObject({ layers: layersSchema }), layersSchema]),
  }),
  z.looseObject({
    class_name: z.enum(['Model', 'Functional']),
    config: z.looseObject({ layers: layersSchema, output_layers: z.array(z.unknown()) }),
  }),
]);

const side = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const weightSchema = z.looseObject({ name, shape: z.array(side).max(8), dtype: z.string() });
const groupSchema = z.looseObject({ paths: z.array(name).min(1).max(100), weights: z.array(weightSchema) });
export type WeightGroup = z.infer<typeof groupSchema>;

export const modelJsonSchema = z.looseObject({
  format: z.literal('layers-model').optional(),
  modelTopology: z.union([z.looseObject({ model_config: networkSchema }), networkSchema]),
  weightsManifest: z.array(groupSchema).max(100),
  userDefinedMetadata: z.record(z.string(), z.unknown()).nullish(),
});

/** The layers in the order in which they are computed. */
export interface KerasTopology {
  readonly isSequential: boolean;
  readonly layers: readonly KerasLayer[];
  /** What comes out, as written; undefined where it is what the last layer makes. */
  readonly outputs: readonly unknown[] | undefined;
}

export function topologyOf({ modelTopology }: z.infer<typeof modelJsonSchema>): KerasTopology {
  const network = 'model_config' in modelTopology ? modelTopology.model_config : modelTopology;
  const { config } = network as z.infer<typeof networkSchema>;
  if (Array.isArray(config)) return { isSequential: true, layers: config, outputs: undefined };
  const outputs = 'output_layers' in config ? (config.output_layers as unknown[]) : undefined;
  return { isSequential: outputs === undefined, layers: config.layers, outputs };
}
