import { expect, it } from 'vitest';
import type { DatasetState } from '../../../../src/protocol/data/dataset-state';
import { classNamesOf } from '../../../../src/state/data/class-selectors';
import { addressedSettings } from '../../../../src/state/data/data-selectors';
import type { LabEvent } from '../../../../src/state/lab-state';
import { READY, stateAfter } from '../set-up';

const told = (changes: Partial<Extract<DatasetState, { status: 'ready' }>>): LabEvent => ({
  type: 'dataset',
  dataset: { ...READY, ...changes },
});

it('shows the data set that is in use, whatever was asked for', () => {
  const files = told({ id: 'files' });
  expect(stateAfter(told({})).settings.dataset).toBe('mnist');
  expect(stateAfter(told({}), files).settings.dataset).toBe('files');
  expect(stateAfter(files, told({ id: 'files', refused: 'mnist' })).settings.dataset).toBe('files');
});

it('goes on asking for MNIST in the address where digits are drawn in its place', () => {
  const chosen = stateAfter(told({ id: 'synthetic' }));
  expect(addressedSettings(chosen).dataset).toBe('synthetic');
  const instead = stateAfter(told({ id: 'synthetic', refused: 'mnist' }));
  expect(instead.settings.dataset).toBe('synthetic');
  expect(addressedSettings(instead).dataset).toBe('mnist');
});

it('remembers that a person brought files', () => {
  expect(stateAfter(told({})).hasOwnFiles).toBe(false);
  expect(stateAfter(told({ id: 'files' }), told({})).hasOwnFiles).toBe(true);
});

it('names the classes of data that have names, and digits by themselves', () => {
  const names = ['shoe', ...'123456789'];
  expect(classNamesOf(stateAfter(told({ classNames: names })))).toEqual(names);
  expect(classNamesOf(stateAfter())).toEqual([...'0123456789']);
});

it('loads what the controls show when the engine is lost, and lets go of a preview', () => {
  const lost = stateAfter(
    told({ id: 'synthetic' }),
    { type: 'file-preview', preview: { status: 'reading', done: 0.5 } },
    { type: 'engine-lost', reason: 'crash', gone: false, goesOn: false },
  );
  expect(lost.dataset).toMatchObject({ status: 'loading', id: 'synthetic' });
  expect(lost.filePreview).toBeUndefined();
  expect(lost.dataVersion).toBe(1);
});
