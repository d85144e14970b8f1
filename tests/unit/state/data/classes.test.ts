import { beforeEach, expect, it } from 'vitest';
import { characterNames } from '../../../../src/model/class-names';
import { classesOf, type Network } from '../../../../src/model/network';
import { formatNetwork, parseNetwork } from '../../../../src/model/notation';
import { DEFAULT_SETTINGS, PRESETS } from '../../../../src/model/presets';
import { isOfOtherClasses, outputNamesOf } from '../../../../src/state/network/output-names';
import { trainBlock } from '../../../../src/state/run/run-selectors';
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
