import { beforeEach, expect, it } from 'vitest';
import { areSameClasses, characterNames } from '../../../../src/model/class-names';
import { classesOf, type Network } from '../../../../src/model/network';
import { formatNetwork, parseNetwork } from '../../../../src/model/notation';
import { DEFAULT_SETTINGS, PRESETS } from '../../../../src/model/presets';
import { isOfOtherClasses, outputNamesOf } from '../../../../src/state/network/output-names';
import { trainBlock } from '../../../../src/state/run/run-selectors';
import { CARD } from '../../../fixtures/pretrained-card';
import { READY, setUp } from '../set-up';
import { batchTold, networkTold } from '../told';

const LETTERS = characterNames(26) ?? [];
const network = (notation: string): Network => {
  const parsed = parseNetwork(notation);
  if (!parsed.ok) throw new Error(notation);
  return parsed.network;
};

let lab: ReturnType<typeof setUp>;
const state = () => lab.store.getState();
const give = (classNames?: readonly string[]) =>
  lab.emit({
    type: 'dataset',
    dataset: { ...READY, id: 'files', official: false, ...(classNames && { classNames }) },
  });

beforeEach(() => {
  lab = setUp();
  lab.ready();
});

it('gives the last layer a unit for each class of the data in use, and takes them back', () => {
  const before = formatNetwork(state().settings.network);
  lab.emit(networkTold({ settings: state().settings }));
  give(LETTERS);
  expect(formatNetwork(state().settings.network)).toBe(before.replace(/d10$/, 'd26'));
  expect(trainBlock(state())).toBeUndefined();
  expect(lab.commands.reset).toHaveBeenLastCalledWith(state().settings);
  lab.emit({ type: 'dataset', dataset: READY });
  expect(formatNetwork(state().settings.network)).toBe(before);
});

it('fits a preset, which is for digits, to the classes', () => {
  give(LETTERS);
  lab.actions.change(PRESETS['tfjs-examples']);
  expect(formatNetwork(state().settings.network)).toBe('c8k5-p2-c16k5-p2-d26');
});

it('does not train a network that a person has made for another number of classes', () => {
  give(LETTERS);
  lab.actions.change({ network: [...network('d32-d12')] });
  expect(classesOf(state().settings.network)).toBe(12);
  expect(trainBlock(state())).toBe('impossible-settings');
});

it('calls the outputs of a network of other classes by what these are likely to be', () => {
  lab.emit(networkTold({ settings: DEFAULT_SETTINGS }));
  give(LETTERS);
  expect(isOfOtherClasses(state())).toBe(true);
  expect(outputNamesOf(state())).toEqual([...'0123456789']);
  lab.emit(networkTold({ settings: state().settings }));
  expect(isOfOtherClasses(state())).toBe(false);
  expect(outputNamesOf(state())).toBe(state().dataset.status === 'ready' ? LETTERS : undefined);
  lab.emit({ type: 'dataset', dataset: READY });
  expect(outputNamesOf(state())).toEqual(LETTERS);
  expect(outputNamesOf(state())).toBe(outputNamesOf(state()));
});

it('takes as many classes of other names for others, small letters for big ones', () => {
  lab.emit(networkTold({ settings: DEFAULT_SETTINGS, pretrained: CARD }));
  expect(isOfOtherClasses(state())).toBe(false);
  give(LETTERS.slice(0, 10));
  expect(isOfOtherClasses(state())).toBe(true);
  expect(areSameClasses(LETTERS, [...LETTERS.join('').toLowerCase()])).toBe(true);
  expect(areSameClasses(LETTERS, LETTERS.toReversed())).toBe(false);
});

it('calls the outputs of a network of the past by what its own run was trained on', () => {
  const tenLetters = LETTERS.slice(0, 10);
  const { settings } = state();
  const train = (run: string) =>
    lab.emit(
      networkTold({ settings }),
      { type: 'run-started', run, startedAt: 0, settings, batchesPerEpoch: 2 },
      batchTold(),
      { type: 'phase', phase: 'finished' },
    );
  train('digits');
  give(tenLetters);
  train('letters');
  const back = { type: 'looked-back', settings, trainedBatches: 1 } as const;
  lab.emit({ ...back, at: { run: 'digits', epoch: 1 }, weightsVersion: 1001 });
  expect(outputNamesOf(state())).toEqual([...'0123456789']);
  expect(isOfOtherClasses(state())).toBe(true);
  lab.emit({ ...back, at: undefined, weightsVersion: 1002 });
  expect(outputNamesOf(state())).toEqual(tenLetters);
});

it('keeps what the outputs of a trained network stand for, whatever data come after', () => {
  const tenLetters = LETTERS.slice(0, 10);
  const { settings } = state();
  give(tenLetters);
  lab.emit(networkTold({ settings }));
  expect(outputNamesOf(state())).toEqual(tenLetters);
  lab.emit({ type: 'run-started', run: 'a', startedAt: 0, settings, batchesPerEpoch: 2 });
  lab.emit(batchTold());
  lab.emit({ type: 'dataset', dataset: READY });
  expect(outputNamesOf(state())).toEqual(tenLetters);
  lab.emit(networkTold({ settings }));
  expect(outputNamesOf(state())).toEqual([...'0123456789']);
});
