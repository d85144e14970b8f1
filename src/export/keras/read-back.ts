import { z } from 'zod';
import { NetworkFileError } from '../read/network-file-error';
import type { OpenedNetwork } from '../read/opened-network';
import { readTfjs } from '../tfjs/read-tfjs';
import { readArchive } from './archive';
import { groupNames, readWeightsFile } from './weights-file';

/** What Keras calls the variables of a layer, in order. */
const VARIABLES: Readonly<Record<string, readonly string[]>> = {
  Conv2D: ['kernel', 'bias'],
  SeparableConv2D: ['depthwise_kernel', 'pointwise_kernel', 'bias'],
  BatchNormalization: ['gamma', 'beta', 'moving_mean', 'moving_variance'],
  Dense: ['kernel', 'bias'],
};

const configSchema = z.looseObject({
  config: z.looseObject({ layers: z.array(z.looseObject({ class_name: z.string(), name: z.string() })) }),
});

/** The name of the one file of weights that is put together for the reader. */
const WEIGHTS = 'weights';

/**
 * The network that a `.keras` file of the lab describes, by its configuration and its weights alone: what Keras wrote for
 * TensorFlow.js differs in how the weights lie only.
 * @throws NetworkFileError
 */
export async function readBack(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<OpenedNetwork> {
  const { config, weights } = await readArchive(name, bytes);
  const [topology, groups] = await partsOf(config, weights).catch((error: unknown) => {
    throw new NetworkFileError('damaged', name, '', String(error));
  });
  const groupOf = groupNames();
  const tensors = topology.config.layers.flatMap((layer) =>
    (groups.get(groupOf(layer.class_name) ?? '') ?? []).map((tensor, i) => ({
      name: `${layer.name}/${VARIABLES[layer.class_name]?.[i]}`,
      ...tensor,
    })),
  );
  const manifest = tensors.map(({ name: tensor, shape }) => ({ name: tensor, shape, dtype: 'float32' }));
  const model = { modelTopology: topology, weightsManifest: [{ paths: [WEIGHTS], weights: manifest }] };
  const values = bytesOf(tensors.flatMap((tensor) => [...tensor.values]));
  return readTfjs(name, JSON.stringify(model), new Map([[WEIGHTS, values]]));
}

const partsOf = async (config: string, weights: Uint8Array) =>
  [configSchema.parse(JSON.parse(config)), await readWeightsFile(weights)] as const;

function bytesOf(values: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(4 * values.length));
  for (const [i, value] of values.entries()) view.setFloat32(4 * i, value, true);
  return new Uint8Array(view.buffer);
}
