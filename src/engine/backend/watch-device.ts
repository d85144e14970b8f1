import * as tf from '@tensorflow/tfjs';

/** What the backends of tfjs 4.22 have beyond their public interface. */
interface WebGpuParts {
  readonly device: GPUDevice;
}
interface WebGlParts {
  readonly gpgpu: { readonly gl: { readonly canvas: EventTarget } };
}

/**
 * Watches the device of the backend that runs now. tfjs itself doesn't: a call that was pending when a WebGL context was
 * lost never settles.
 * @returns resolves with the reason when the device is lost, never on backends without one
 */
export function watchDevice(): Promise<string> {
  switch (tf.getBackend()) {
    case 'webgpu': {
      const { device } = tf.backend() as unknown as WebGpuParts;
      return device.lost.then(({ message, reason }) => message || reason || 'lost');
    }
    case 'webgl': {
      const { canvas } = (tf.backend() as unknown as WebGlParts).gpgpu.gl;
      return new Promise((resolve) => {
        const options = { once: true };
        canvas.addEventListener('webglcontextlost', () => resolve('WebGL context lost'), options);
      });
    }
    default:
      return new Promise(() => {});
  }
}
