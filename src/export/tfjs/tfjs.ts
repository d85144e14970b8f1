import { ABOUT_KEY, writeAbout } from '../about-network';
import type { ExportFormat } from '../format';

const [MODEL, WEIGHTS] = ['model.json', 'weights.bin'];

/** A tf.LayersModel: TensorFlow.js writes it and, to check it, loads it again. */
export const tfjs: ExportFormat = {
  async files(network, { classNames, engine }) {
    const { model, weights } = await engine.layersModel(network, {
      [ABOUT_KEY]: writeAbout(network, classNames),
    });
    return [
      { name: MODEL, content: model },
      { name: WEIGHTS, content: weights },
    ];
  },

  async check(files, images, { engine }) {
    const contentOf = (wanted: string) => files.find(({ name }) => name === wanted)?.content;
    const [model, weights] = [contentOf(MODEL), contentOf(WEIGHTS)];
    if (typeof model !== 'string' || !(weights instanceof Uint8Array)) throw new Error('a file is missing');
    return engine.readLayersModel({ model, weights }, images);
  },
};
