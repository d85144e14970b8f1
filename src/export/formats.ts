import type { ExportFormat } from './format';

/** Every format, in the order in which the page shows them; each is fetched when it is asked for. */
export const FORMATS = {
  onnx: async () => (await import('./onnx/onnx')).onnx,
  tfjs: async () => (await import('./tfjs/tfjs')).tfjs,
  keras: async () => (await import('./keras/keras')).keras,
  notebook: async () => (await import('./keras/notebook/notebook')).notebook,
  pytorch: async () => (await import('./pytorch/pytorch')).pytorch,
  safetensors: async () => (await import('./safetensors/safetensors')).safetensors,
} as const satisfies Readonly<Record<string, () => Promise<ExportFormat>>>;
