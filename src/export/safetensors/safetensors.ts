import type { ExportFormat } from '../format';
import { namedTensors } from '../named-tensors';
import { writeSafetensors } from './write-safetensors';

/** The weights as they are in the lab, with the settings beside them. */
export const safetensors: ExportFormat = {
  async files(network, { name, classNames }) {
    const { settings, trainedBatches } = network;
    const about = JSON.stringify({ format: 'digit-lab network 1', settings, trainedBatches, classNames });
    const content = writeSafetensors(namedTensors(network), { 'digit-lab': about });
    return [{ name: `${name}.safetensors`, content }];
  },
};
