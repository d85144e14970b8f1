import { ABOUT_KEY, writeAbout } from '../about-network';
import type { ExportFormat } from '../format';
import { toOnnx } from './to-onnx';
import { writeModel } from './write-messages';

/** For ONNX Runtime and all that reads ONNX; checked by ONNX Runtime Web. */
export const onnx: ExportFormat = {
  async files(network, { name, classNames }) {
    const metadata = new Map([[ABOUT_KEY, writeAbout(network, classNames)]]);
    return [{ name: `${name}.onnx`, content: writeModel(toOnnx(network, metadata)) }];
  },

  async check([file], images) {
    if (!file || typeof file.content === 'string') throw new Error('a file is missing');
    const { readByOnnxRuntime } = await import('./check-onnx');
    return readByOnnxRuntime(file.content, images);
  },
};
