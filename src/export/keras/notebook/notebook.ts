import { ABOUT_KEY, parseAbout, writeAbout } from '../../about-network';
import { ofBase64 } from '../../base64';
import { cutToPlan } from '../../cut-to-plan';
import type { ExportFormat } from '../../format';
import { notebookCells, weightsText } from './cells';
import { notebookFile, readNotebook } from './notebook-file';

/** A Jupyter notebook that builds the network in Keras 3, with its weights within. */
export const notebook: ExportFormat = {
  async files(network, { name, classNames, say }) {
    const about = { [ABOUT_KEY]: writeAbout(network, classNames) };
    return [{ name: `${name}.ipynb`, content: notebookFile(notebookCells(network, classNames, say), about) }];
  },

  /** By the weights that the notebook carries; its code is Python's. */
  async check([file], images, { engine }) {
    const { metadata, cells } = readNotebook(String(file?.content));
    const about = parseAbout(metadata[ABOUT_KEY]);
    const base64 = cells.map(weightsText).find((text) => text !== undefined);
    const values = ofBase64(base64 ?? '');
    if (!about || !values) throw new Error('the notebook holds no network');
    const weights = cutToPlan(values, about.settings.network);
    return engine.probabilities({ ...about, weights }, images);
  },
};
