import { ABOUT_KEY, writeAbout } from '../about-network';
import type { ExportFormat } from '../format';
import { namedTensors } from '../named-tensors';
import { writeSafetensors } from './write-safetensors';

/** The weights as they are in the lab, with the settings beside them. */
export const safetensors: ExportFormat = {
  async files(network, { name, classNames }) {
    const about = { [ABOUT_KEY]: writeAbout(network, classNames) };
    return [{ name: `${name}.safetensors`, content: writeSafetensors(namedTensors(network), about) }];
  },
};
