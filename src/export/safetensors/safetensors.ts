import { ABOUT_KEY, writeAbout } from '../about-network';
import type { ExportFormat } from '../format';
import { namedTensors } from '../named-tensors';
import { openSafetensors } from './open-safetensors';
import { writeSafetensors } from './write-safetensors';

/** The weights as they are in the lab, with the settings beside them. */
export const safetensors: ExportFormat = {
  async files(network, { name, classNames }) {
    const about = { [ABOUT_KEY]: writeAbout(network, classNames) };
    return [{ name: `${name}.safetensors`, content: writeSafetensors(namedTensors(network), about) }];
  },

  async check([file], images, { engine }) {
    if (!file || typeof file.content === 'string') throw new Error('a file is missing');
    return engine.probabilities(openSafetensors(file.name, file.content).network, images);
  },
};
