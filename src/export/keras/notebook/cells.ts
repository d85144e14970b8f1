import { isAugmented, type Settings } from '../../../model/settings';
import type { TrainedNetwork } from '../../../model/trained-network';
import { toBase64 } from '../../base64';
import augment from '../../python/augment.py?raw';
import placing from '../../python/placing.py?raw';
import { pythonOf, pythonTable } from '../../python/python-text';
import randomNumbers from '../../python/random_numbers.py?raw';
import split from '../../python/split.py?raw';
import { notDone, trainingSettings } from '../../python/training-settings';
import { kerasNodes } from '../nodes';
import dataset from './dataset.py?raw';
import distribution from './distribution.py?raw';
import evaluate from './evaluate.py?raw';
import { buildCode } from './keras-code';
import mnist from './mnist.py?raw';
import { type Cell, code, markdown } from './notebook-file';
import { optimizerCode } from './optimizer-code';
import predict from './predict.py?raw';
import { stoppingCode } from './stopping-code';
import train from './train.py?raw';
import weights from './weights.py?raw';

/** The variable that holds the weights: whoever reads the notebook finds them by it. */
const TRAINED = 'TRAINED = """\n';

/** Characters a line of base64 in the notebook. */
const LINE = 1000;

const START = `# JAX, unless the environment says "tensorflow" or "torch".
import os

os.environ.setdefault("KERAS_BACKEND", "jax")

import base64
import contextlib
import gzip
import math

import keras
import numpy as np

# How many batches to train on with; None for all epochs of the page. The environment may say.
STEPS = int(os.environ["STEPS"]) if os.environ.get("STEPS") else None
# The path of a picture to read, dark ink on light paper; None for a digit that the notebook draws.
PICTURE = None

print("Keras", keras.__version__, "on", keras.backend.backend())`;

/** All cells of the notebook of a network. */
export function notebookCells(network: TrainedNetwork): Cell[] {
  const { settings } = network;
  const nodes = kerasNodes(network);
  const learning = nodes.flatMap((node) => (node.weights.length > 0 ? [node.name] : []));
  const lines = toBase64(joined(network.weights)).match(new RegExp(`.{1,${LINE}}`, 'g')) ?? [];
  const [data, settingsText] = [randomNumbers, `SETTINGS = ${pythonTable(usedSettings(settings))}`];
  const augmented = isAugmented(settings);
  return [
    markdown(
      `# A network of Digit Lab in Keras 3\n\nIt builds the network, loads its trained weights, which are in this notebook, reads MNIST, trains on and reads a picture. It needs \`pip install keras jax\`; MNIST is fetched, or read from the four idx files in the folder that the environment variable \`MNIST_DIR\` names.`,
    ),
    code(START),
    markdown('## The network'),
    code(buildCode(nodes), 'build().summary()'),
    markdown('## Its trained weights\n\nSingle precision, layer by layer.'),
    { ...code(`${TRAINED}${lines.join('\n')}\n"""`), folded: true },
    code(`LAYERS_WITH_WEIGHTS = ${pythonOf(learning)}`, weights),
    markdown('## MNIST'),
    code(mnist),
    code(evaluate),
    markdown(trainingText(settings)),
    code(settingsText, data, split, ...(augmented ? [augment] : [])),
    code(datasetCode(augmented), ...optimizerCode(settings), stoppingCode(settings)),
    code(train),
    markdown(
      '## Reading a picture\n\nPlaced as the page places drawings: whoever skips it feeds the network digits of another size in another place.',
    ),
    code(placing),
    code(predict),
    markdown(DISTRIBUTION),
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

function trainingText(settings: Settings): string {
  const said = [
    ...notDone(settings),
    ...(settings.network.some(({ type }) => type === 'batch-norm')
      ? [
          'Batch normalisation takes its statistics from the whole batch here, on the page from parts of at most 32 images.',
        ]
      : []),
    ...(settings.ema > 0
      ? ["The average of the weights begins as Keras' does, without the page's warm-up."]
      : []),
  ];
  return `## Training on\n\nBy the hyperparameters, the schedule and the augmentation of the page, in its order of images; the test images have no part. Dropout and the initial state of the optimizer are Keras' own. Set \`STEPS\` above to try it with a few batches.${said
    .map((sentence) => `\n\n${sentence}`)
    .join('')}`;
}

const DISTRIBUTION = `## Several devices

Keras 3 shares a batch out to several GPUs by \`keras.distribution\`, on the JAX backend. Each gets a part of every batch and the same weights, so that the loss is that of one device. \`DataParallel().scope()\` around building and training is all it takes; on several hosts, every one runs the same program and calls \`keras.distribution.initialize(job_addresses, num_processes, process_id)\` first. (\`tf.distribute.MultiWorkerMirroredStrategy\` does not work with Keras 3.) The cell compares both where there are several devices.`;
