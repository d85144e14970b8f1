import { expect, test } from 'vitest';
import { createTakeAwayQuestions } from '../../../src/engine/take-away/take-away-questions';
import { notebookCells } from '../../../src/export/keras/notebook/cells';
import { optunaScript } from '../../../src/export/optuna/optuna';
import { pytorch } from '../../../src/export/pytorch/pytorch';
import { characterNames, DIGIT_NAMES, FASHION_NAMES } from '../../../src/model/class-names';
import type { TrainedNetwork } from '../../../src/model/trained-network';
import { sayIn } from '../../fixtures/exports/say';
import { trained } from '../../fixtures/trained-networks';

const engine = createTakeAwayQuestions({ archive: { at: () => undefined } });
const LETTERS = characterNames(26) ?? [];

/** On a person's own images, as all data of other classes are; augmented, so that all code is there. */
function networkOf(classes: number): TrainedNetwork {
  const network = trained(`c2k3-d${classes}`);
  return {
    ...network,
    settings: { ...network.settings, dataset: 'files', rotation: 5, labelSmoothing: 0.1 },
  };
}

type Program = (network: TrainedNetwork, classNames: readonly string[]) => Promise<string>;

const notebook: Program = async (network, classNames) =>
  notebookCells(network, classNames, sayIn('en'))
    .map(({ text }) => text)
    .join('\n');
const PROGRAMS: Readonly<Record<string, Program>> = {
  notebook,
  pytorch: async (network, classNames) => {
    const about = { name: 'a-network', classNames, say: sayIn('en'), engine };
    const [program] = await pytorch.files(network, about);
    return String(program?.content);
  },
  sweep: async ({ settings }, classNames) => {
    const axes = [{ setting: 'activation', options: ['relu', 'tanh'] }] as const;
    const sweep = { base: settings, axes, method: 'grid', draws: 1, halving: false } as const;
    return optunaScript(sweep, 'sweep.py', classNames);
  },
};

/** Without what says nothing of what is read: the sweep as it was, the weights, and how drawings are placed. */
const ownWords = (program: string) =>
  program
    .replace(/^SWEEP = .*$/m, '')
    .replace(/^TRAINED = """[^"]*"""/m, '')
    .replace('(as MNIST was made)', '');

test.each(Object.entries(PROGRAMS))(
  '%s: of 26 letters it counts 26, names them and reads no MNIST',
  async (_, write) => {
    const program = ownWords(await write(networkOf(26), LETTERS));
    expect(program).toContain('CLASS_NAMES = ("A", "B", "C",');
    expect(program).toContain('[n, 26]');
    expect(program.match(/mnist|gzip|-idx|eye\(10|\/ 10\b|\[n, 10\]/gi)).toBeNull();
    expect(program).not.toContain('CLASSES');
    expect(program).toContain('os.environ.get("DATA", "data.npz")');
    expect(program).toContain('load_data()');
    expect(program.match(/digits? that|person's own/gi)).toBeNull();
    // Its images are divided class by class in the page.
    expect(program.replaceAll(/\s+/g, ' ')).toContain('it has other validation images');
    expect(program.match(/page's own split|as the page does/gi)).toBeNull();
  },
);

test.each(Object.entries(PROGRAMS))(
  '%s: of ten classes that are no digits it reads no MNIST either',
  async (_, write) => {
    const program = ownWords(await write(networkOf(10), FASHION_NAMES));
    expect(program).toContain('"Ankle boot")');
    expect(program.match(/mnist/gi)).toBeNull();
  },
);

test.each(Object.entries(PROGRAMS))('%s: of digits it reads MNIST and asks for no file', async (_, write) => {
  const program = ownWords(await write(networkOf(10), DIGIT_NAMES));
  expect(program).toContain('load_mnist()');
  expect(program).toContain("trained it on a person's own images");
  expect(program.match(/CLASS_NAMES|CLASSES\b|load_data\(\):|npz/g)).toBeNull();
});

test('the notebook trains on as many classes, prints names with probabilities and draws no seven but for digits', async () => {
  const ofLetters = await notebook(networkOf(26), LETTERS);
  expect(ofLetters.match(/np\.eye\(26, /g)).toHaveLength(3);
  expect(ofLetters).toContain('SETTINGS["labelSmoothing"] / 26');
  expect(ofLetters).toContain('{CLASS_NAMES[output]}: {probabilities[output]');
  expect(ofLetters).not.toContain('seven()');
  expect(await notebook(networkOf(10), DIGIT_NAMES)).toContain('else seven()');
});

test('a sweep comes back as it went, whatever the data are', async () => {
  const [, sweep = ''] = /^SWEEP = (.*)$/m.exec((await PROGRAMS.sweep?.(networkOf(26), LETTERS)) ?? '') ?? [];
  expect(JSON.parse(JSON.parse(sweep)).base).toEqual(networkOf(26).settings);
});
