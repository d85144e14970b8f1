import * as tf from '@tensorflow/tfjs';

/** What the WebGPU and WebGL backends of tfjs 4.22 have beyond its public interface. */
interface SubmittingBackend {
  readonly commandEncoder: object | null;
  readonly queue: GPUQueue;
  endComputePassEncoder(): void;
  submitQueue(): void;
}
interface FencingBackend {
  readonly gpgpu: { createAndWaitForFence(): Promise<void> };
}

/**
 * Hands the device everything that was put to work so far.
 * @returns when the device has done it; at once on backends that compute before they return
 */
export function submitted(): Promise<unknown> {
  switch (tf.getBackend()) {
    case 'webgpu': {
      const backend = tf.backend() as unknown as SubmittingBackend;
      // An open pass can't be submitted as it is; reading does the same in this order.
      if (backend.commandEncoder) {
        backend.endComputePassEncoder();
        backend.submitQueue();
      }
      return backend.queue.onSubmittedWorkDone();
    }
    case 'webgl':
      return (tf.backend() as unknown as FencingBackend).gpgpu.createAndWaitForFence();
    default:
      return Promise.resolve();
  }
}
