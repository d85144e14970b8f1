import { areDigits } from '../../model/class-names';
import { classesOf } from '../../model/network';
import type { Settings } from '../../model/settings';
import { planOf } from '../../model/shapes';
import augment from '../python/augment.py?raw';
import { dataParts, forClasses } from '../python/for-classes';
import mnist from '../python/mnist.py?raw';
import { pythonOf, pythonTable } from '../python/python-text';
import randomNumbers from '../python/random_numbers.py?raw';
import schedule from '../python/schedule.py?raw';
import split from '../python/split.py?raw';
import { trainingSettings } from '../python/training-settings';
import batchNorm from './batch_norm.py?raw';
import dropout from './dropout.py?raw';
import initial from './initial.py?raw';
import layers from './layers.py?raw';
import { networkCode } from './network-code';
import { torchTensors } from './state-dict';
import training from './training.py?raw';

const imports = (isOfDigits: boolean) => `import copy
${isOfDigits ? 'import gzip\n' : ''}import json
import math
import os
${isOfDigits ? 'import urllib.request\n' : ''}
import numpy as np
import torch
import torch.distributed as dist
import torch.nn as nn
import torch.nn.functional as F
from torch.nn.parallel import DistributedDataParallel`;

/**
 * The network of some settings and its training, for PyTorch: parts of a file that others follow.
 * @param classNames - in the order of the outputs
 */
export function pytorchCode(settings: Settings, classNames: readonly string[]): string[] {
  const tensors = torchTensors(settings.network).map(({ name, weight: { role, shape }, maps = null }) =>
    pythonOf([name, role, shape, maps]),
  );
  return [
    imports(areDigits(classNames)),
    `# The settings of the page, under its names.\nSETTINGS = ${pythonTable(trainingSettings(settings))}`,
    `# Name, role, shape on the page (channels last), and the maps that a dense layer reads.\nPARAMETERS = [\n${tensors
      .map((tensor) => `    ${tensor},\n`)
      .join('')}]`,
    randomNumbers,
    ...dataParts(classNames, mnist),
    split,
    schedule,
    augment,
    layers,
    dropout,
    ...(settings.network.some(({ type }) => type === 'batch-norm') ? [batchNorm] : []),
    networkCode(planOf(settings.network), classesOf(settings.network)),
    initial,
    forClasses(training, settings.network, classNames),
  ];
}
