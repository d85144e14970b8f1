import { areDigits } from '../../../model/class-names';
import { classesOf } from '../../../model/network';
import { isAugmented, type Settings } from '../../../model/settings';
import type { TrainedNetwork } from '../../../model/trained-network';
import { toBase64 } from '../../base64';
import type { Say } from '../../format';
import augment from '../../python/augment.py?raw';
import { dataParts, forClasses } from '../../python/for-classes';
import placing from '../../python/placing.py?raw';
import { pythonOf, pythonTable } from '../../python/python-text';
import randomNumbers from '../../python/random_numbers.py?raw';
import split from '../../python/split.py?raw';
import { notDone, trainingSettings } from '../../python/training-settings';
import { kerasNodes } from '../nodes';
import data from './data.py?raw';
import dataset from './dataset.py?raw';
import distribution from './distribution.py?raw';
import evaluate from './evaluate.py?raw';
import { buildCode } from './keras-code';
import mnist from './mnist.py?raw';
import { type Cell, code, markdown } from './notebook-file';
import { optimizerCode } from './optimizer-code';
import predict from './predict.py?raw';
import predictNamed from './predict_named.py?raw';
import readPicture from './read_picture.py?raw';
import seven from './seven.py?raw';
import { stoppingCode } from './stopping-code';
import train from './train.py?raw';
import weights from './weights.py?raw';

/** The variable that holds the weights: whoever reads the notebook finds them by it. */
const TRAINED = 'TRAINED = """\n';

/** Characters a line of base64 in the notebook. */
const LINE = 1000;

const start = (isOfDigits: boolean) => `# JAX, unless the environment says "tensorflow" or "torch".
import os

os.environ.setdefault("KERAS_BACKEND", "jax")

import base64
import contextlib
${isOfDigits ? 'import gzip\n' : ''}import math

import keras
import numpy as np

# How many batches to train on with; None for all epochs of the page. The environment may say.
STEPS = int(os.environ["STEPS"]) if os.environ.get("STEPS") else None
# The path of a picture to read, dark ink on light paper; None for ${isOfDigits ? 'a digit that the notebook draws' : 'the first test image'}.
PICTURE = None

print("Keras", keras.__version__, "on", keras.backend.backend())`;

/**
 * All cells of the notebook of a network.
 * @param classNames - in the order of the outputs
 * @param say - its prose
 */
export function notebookCells(network: TrainedNetwork, classNames: readonly string[], say: Say): Cell[] {
  const { settings } = network;
  const nodes = kerasNodes(network);
  const learning = nodes.flatMap((node) => (node.weights.length > 0 ? [node.name] : []));
  const lines = toBase64(joined(network.weights)).match(new RegExp(`.{1,${LINE}}`, 'g')) ?? [];
  const settingsText = `SETTINGS = ${pythonTable(usedSettings(settings))}`;
  const isOfDigits = areDigits(classNames);
  const adapted = (part: string) => forClasses(part, settings.network, classNames);
  const augmented = isAugmented(settings);
  return [
    markdown(say(isOfDigits ? 'start' : 'startNamed')),
    code(start(isOfDigits)),
    markdown(say('network')),
    code(buildCode(nodes, classesOf(settings.network)), 'build().summary()'),
    markdown(say('weights')),
    { ...code(`${TRAINED}${lines.join('\n')}\n"""`), folded: true },
    code(`LAYERS_WITH_WEIGHTS = ${pythonOf(learning)}`, weights),
    markdown(say(isOfDigits ? 'data' : 'dataNamed')),
    code(...dataParts(classNames, mnist), adapted(data)),
    code(evaluate),
    markdown(trainingText(settings, isOfDigits, say)),
    code(settingsText, randomNumbers, split, ...(augmented ? [augment] : [])),
    code(adapted(datasetCode(augmented)), ...optimizerCode(settings), stoppingCode(settings)),
    code(adapted(train)),
    markdown(say(isOfDigits ? 'picture' : 'pictureNamed')),
    code(placing),
    code(readPicture, ...(isOfDigits ? [seven, predict] : [predictNamed])),
    markdown(say('devices')),
    code(distribution),
  ];
}

function joined(tensors: readonly Float32Array[]): Float32Array {
  const values = new Float32Array(tensors.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const tensor of tensors) {
    values.set(tensor, at);
    at += tensor.length;
  }
  return values;
}

/** The weights in base64, of the cell that holds them. */
export const weightsText = (cell: string): string | undefined =>
  cell.startsWith(TRAINED) ? cell.slice(TRAINED.length, -3).replaceAll('\n', '') : undefined;

/** Of the augmentation only what is used; the code for it asks for all of it, where any is. */
function usedSettings(settings: Settings): Record<string, string | number> {
  const { init, initStd, activation, dropout, ...training } = trainingSettings(settings);
  return isAugmented(settings) ? training : withoutAugmentation(training);
}

function withoutAugmentation(training: Record<string, string | number>): Record<string, string | number> {
  const { shift, rotation, scaling, shear, elastic, strokeWidth, contrast, ...others } = training;
  return others;
}

const datasetCode = (augmented: boolean): string => {
  const part = /^ *# IF AUGMENTED\n([\s\S]*?)^ *# END IF\n/m;
  return dataset.replace(part, augmented ? '$1' : '');
};

/** How it is trained on, and what of the page's training is not done here. */
function trainingText(settings: Settings, isOfDigits: boolean, say: Say): string {
  const missing = isOfDigits ? notDone(settings) : undefined;
  return [
    say('training'),
    ...(missing ? [say(missing.what, { percent: missing.percent })] : []),
    ...(settings.network.some(({ type }) => type === 'batch-norm') ? [say('batchNorm')] : []),
    ...(settings.ema > 0 ? [say('average')] : []),
  ].join('\n\n');
}
