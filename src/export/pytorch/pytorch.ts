import { areDigits } from '../../model/class-names';
import type { TrainedNetwork } from '../../model/trained-network';
import { ABOUT_KEY, parseAbout, writeAbout } from '../about-network';
import type { ExportContext, ExportedFile, ExportFormat } from '../format';
import { dataSentences } from '../python/data-sentences';
import { forClasses } from '../python/for-classes';
import { pythonFile } from '../python/python-text';
import { refusing } from '../read/network-file-error';
import { readSafetensors } from '../safetensors/read-safetensors';
import { writeSafetensors } from '../safetensors/write-safetensors';
import main from './main.py?raw';
import { pytorchCode } from './pytorch-code';
import { fromTorch, torchTensors, toTorch } from './state-dict';

/** A program with the network and its training, and the weights beside it as PyTorch names and lays them. */
export const pytorch: ExportFormat = {
  async files(network, about) {
    return [program(network, about), weightsFile(network, about)];
  },

  /** By the weights; the program is Python's. */
  async check(files, images, { engine }) {
    const file = files.find(({ content }) => typeof content !== 'string');
    if (!file || typeof file.content === 'string') throw new Error('a file is missing');
    const { tensors, metadata } = readSafetensors(file.content, refusing(file.name));
    const about = parseAbout(metadata.get(ABOUT_KEY));
    if (!about) throw new Error('the file holds no settings');
    const weights = torchTensors(about.settings.network).map((tensor) => {
      const found = tensors.get(tensor.name);
      if (String(found?.shape) !== String(tensor.shape)) throw new Error(`no ${tensor.name} of its shape`);
      return fromTorch(tensor, found?.values as Float32Array);
    });
    return engine.probabilities({ ...about, weights }, images);
  },
};

function program({ settings }: TrainedNetwork, { name, classNames }: ExportContext): ExportedFile {
  const file = `${name}.py`;
  const isOfDigits = areDigits(classNames);
  const about = `"""
A network of Digit Lab with its training, for PyTorch.

    pip install torch numpy safetensors
    python ${file} --evaluate                        reads ${isOfDigits ? "MNIST's" : 'the'} test images
    python ${file}                                   trains on from the trained weights beside it
    python ${file} --fresh                           trains ${isOfDigits ? 'as the page does, from its initial weights' : 'anew, from the initial weights of the page'}
    torchrun --nproc-per-node 2 ${file}              the same on two processes: the same global batch, the same result

${dataSentences(settings, classNames).join('\n')}
"""

import argparse`;
  const [imports = '', ...code] = pytorchCode(settings, classNames);
  const head = `${about}\n${imports}\nfrom safetensors.torch import load_file, save_file`;
  const weights = `WEIGHTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "${name}.safetensors")`;
  return {
    name: file,
    content: pythonFile([head, weights, ...code, forClasses(main, settings.network, classNames)]),
  };
}

function weightsFile(network: TrainedNetwork, { name, classNames }: ExportContext): ExportedFile {
  const tensors = torchTensors(network.settings.network).map((tensor, i) => ({
    name: tensor.name,
    shape: tensor.shape,
    values: toTorch(tensor, network.weights[i] as Float32Array),
  }));
  return {
    name: `${name}.safetensors`,
    content: writeSafetensors(tensors, { format: 'pt', [ABOUT_KEY]: writeAbout(network, classNames) }),
  };
}
