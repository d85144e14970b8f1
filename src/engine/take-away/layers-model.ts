import * as tf from '@tensorflow/tfjs';
import { INPUT_SIDE, INPUT_SIZE } from '../../model/network';
import type { TrainedNetwork } from '../../model/trained-network';
import type { LayersModelFiles } from '../../protocol/take-away';
import { startBackend } from '../backend/backend';
import { yieldToEventLoop } from '../yield-to-event-loop';
import { buildLayersModel } from './build-layers-model';

const WEIGHTS = 'weights.bin';
/** Images between two moments in which commands can come in. */
const CHUNK = 20;

/** @param userDefinedMetadata - texts that are kept with it */
export async function writeLayersModel(
  network: TrainedNetwork,
  userDefinedMetadata: Readonly<Record<string, string>>,
): Promise<LayersModelFiles> {
  await ready();
  const model = buildLayersModel(network);
  try {
    let saved: tf.io.ModelArtifacts | undefined;
    await model.save({
      save: async (artifacts) => {
        saved = artifacts;
        return { modelArtifactsInfo: { dateSaved: new Date(), modelTopologyType: 'JSON' } };
      },
    });
    const { modelTopology, weightSpecs, weightData, generatedBy } = saved ?? {};
    return {
      model: JSON.stringify({
        ...{ format: 'layers-model', generatedBy, convertedBy: null, modelTopology },
        weightsManifest: [{ paths: [WEIGHTS], weights: weightSpecs }],
        userDefinedMetadata,
      }),
      weights: joined(weightData),
    };
  } finally {
    model.dispose();
  }
}

/** @throws what TensorFlow.js says of files that it can't load */
export async function readLayersModel(files: LayersModelFiles, images: Float32Array): Promise<Float32Array> {
  await ready();
  const { modelTopology, weightsManifest } = JSON.parse(files.model);
  const weightSpecs = weightsManifest[0].weights;
  const weightData = files.weights.buffer.slice(
    files.weights.byteOffset,
    files.weights.byteOffset + files.weights.byteLength,
  );
  const model = await tf.loadLayersModel({
    load: async () => ({ modelTopology, weightSpecs, weightData }),
  });
  try {
    const chunks: Float32Array[] = [];
    for (let start = 0; start < images.length; start += CHUNK * INPUT_SIZE) {
      const chunk = images.subarray(start, start + CHUNK * INPUT_SIZE);
      const read = tf.tidy(() =>
        model.predict(tf.tensor4d(chunk, [chunk.length / INPUT_SIZE, INPUT_SIDE, INPUT_SIDE, 1])),
      ) as tf.Tensor;
      chunks.push((await read.data()) as Float32Array);
      read.dispose();
      await yieldToEventLoop();
    }
    return Float32Array.from(chunks.flatMap((chunk) => [...chunk]));
  } finally {
    model.dispose();
  }
}

/** Where TensorFlow.js runs already, for a network in use, it is left where it is. */
async function ready(): Promise<void> {
  if (!tf.getBackend()) await startBackend('wasm');
}

function joined(data: tf.io.WeightData | undefined): Uint8Array<ArrayBuffer> {
  const parts = Array.isArray(data) ? data : data ? [data] : [];
  const bytes = new Uint8Array(parts.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(new Uint8Array(part), at);
    at += part.byteLength;
  }
  return bytes;
}
