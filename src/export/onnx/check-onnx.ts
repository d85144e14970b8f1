import ortWasm from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';
import { env, InferenceSession, Tensor } from 'onnxruntime-web/wasm';
import { CLASS_LIMITS, INPUT_SIDE, INPUT_SIZE } from '../../model/network';

// Its code comes with the import above, and its kernels from this page: nothing of it from anywhere else.
env.wasm.wasmPaths = { wasm: ortWasm };
// Others need a page that is cross-origin isolated.
env.wasm.numThreads = 1;
env.logLevel = 'error';

/**
 * What ONNX Runtime Web makes of images by a model.
 * @param images - [n, 784], 0 to 1
 * @returns what comes out first, [n, classes] row by row
 * @throws what ONNX Runtime says
 */
export async function readByOnnxRuntime(
  model: Uint8Array<ArrayBuffer>,
  images: Float32Array,
): Promise<Float32Array> {
  const session = await InferenceSession.create(model, { executionProviders: ['wasm'] });
  try {
    const [input] = session.inputNames;
    const [output] = session.outputNames;
    if (input === undefined || output === undefined) throw new Error('no input or no output');
    const count = images.length / INPUT_SIZE;
    const given = new Tensor('float32', images, shapeFor(session, count));
    const made = (await session.run({ [input]: given }))[output];
    const values = await made?.getData();
    if (!(values instanceof Float32Array) || !isClassCount(values.length / count)) {
      throw new Error('not one probability a class for each image');
    }
    return values.slice();
  } finally {
    await session.release();
  }
}

/** As the model wants its images, which have the same values in any order: they have one channel. */
function shapeFor({ inputMetadata: [input] }: InferenceSession, count: number): number[] {
  const sides = input?.isTensor ? input.shape.slice(1) : [];
  const known = sides.filter((side) => typeof side === 'number');
  return [
    count,
    ...(known.length > 0 && known.length === sides.length ? known : [1, INPUT_SIDE, INPUT_SIDE]),
  ];
}

const isClassCount = (classes: number) =>
  Number.isInteger(classes) && classes >= CLASS_LIMITS[0] && classes <= CLASS_LIMITS[1];
