import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS, PRESETS } from '../../../../src/model/presets';
import { UNDERSTOOD } from '../../../fixtures/understood';
import { READY, setUp } from '../set-up';

it('builds a network and loads the data at once', () => {
  const { commands } = setUp();
  expect(commands.begin).toHaveBeenCalledWith('http://lab/', DEFAULT_SETTINGS);
  expect(commands.loadMnist).toHaveBeenCalledWith('http://lab/', { style: 'realistic', noise: 0, blur: 0 });
});

it('draws other digits when their choices change, and only where they are the data', () => {
  const { actions, commands, ready } = setUp();
  ready();
  actions.change({ digitNoise: 0.1 });
  expect(commands.loadSynthetic).not.toHaveBeenCalled();
  actions.chooseDataset('synthetic');
  expect(commands.loadSynthetic).toHaveBeenLastCalledWith({ style: 'realistic', noise: 0.1, blur: 0 });
  actions.change({ digits: 'pseudo' });
  expect(commands.loadSynthetic).toHaveBeenLastCalledWith({ style: 'pseudo', noise: 0.1, blur: 0 });
  actions.change({ epochs: 7 });
  expect(commands.loadSynthetic).toHaveBeenCalledTimes(2);
});

it('loads the data that a preset has of its own', () => {
  const { actions, commands, ready } = setUp();
  ready();
  actions.change(PRESETS['pseudo-mnist-cnn']);
  expect(commands.loadSynthetic).toHaveBeenCalledWith({ style: 'pseudo', noise: 0, blur: 0 });
});

it('waits for files when the address asks for files of one’s own', () => {
  const { commands, store } = setUp({ ...DEFAULT_SETTINGS, dataset: 'files' });
  expect(commands.loadMnist).not.toHaveBeenCalled();
  expect(store.getState().dataset).toEqual({ status: 'missing', id: 'files', problems: [] });
});

it('gives an engine that was started again the files in use, not those that were only previewed', () => {
  const { actions, emit, engines, commands, ready } = setUp();
  ready();
  const good = [{ path: 'good', file: new Blob() }];
  const names = ['shoe', ...'123456789'];
  actions.previewFiles(good);
  actions.usePreview(names);
  emit({ type: 'dataset', dataset: { ...READY, id: 'files' } });
  actions.previewFiles([{ path: 'bad', file: new Blob() }]);
  emit({ type: 'file-preview', preview: { status: 'reading', done: 0 } });
  engines[0]?.die('crash');
  expect(commands.loadFiles).toHaveBeenLastCalledWith(good, 0, names, {});
  expect(commands.previewFiles).toHaveBeenCalledTimes(2);
});

it('takes the files back that were in use before other data', () => {
  const { actions, emit, commands, ready, store } = setUp();
  ready();
  const files = [{ path: 'mine', file: new Blob() }];
  actions.previewFiles(files);
  actions.usePreview(undefined);
  emit({ type: 'dataset', dataset: { ...READY, id: 'files' } });
  actions.chooseDataset('mnist');
  emit({ type: 'dataset', dataset: READY });
  expect(store.getState().hasOwnFiles).toBe(true);
  actions.chooseDataset('files');
  expect(commands.loadFiles).toHaveBeenLastCalledWith(files, 0, undefined, {});
});

it('has files understood in another way, and an engine that was started again understands them so too', () => {
  const { actions, emit, engines, commands, store, ready } = setUp();
  ready();
  actions.adjustPreview({ range: 'own' });
  expect(commands.adjustPreview).not.toHaveBeenCalled();
  const files = [{ path: 'mine', file: new Blob() }];
  actions.previewFiles(files);
  expect(actions.givenFile()).toBe(files[0]?.file);
  emit({ type: 'file-preview', preview: { status: 'understood', understood: UNDERSTOOD } });
  const adjustments = { range: 'own', validationOneIn: 4 } as const;
  actions.adjustPreview(adjustments);
  expect(commands.adjustPreview).toHaveBeenLastCalledWith(adjustments);
  expect(store.getState().filePreview).toMatchObject({ understood: { isBusy: true, adjustments } });
  const understood = { ...UNDERSTOOD, adjustments };
  emit({ type: 'file-preview', preview: { status: 'understood', understood } });
  actions.usePreview(undefined);
  emit({ type: 'dataset', dataset: { ...READY, id: 'files' } });
  engines[0]?.die('crash');
  expect(commands.loadFiles).toHaveBeenLastCalledWith(files, 0, undefined, adjustments);
});

it('shows a preview until the engine or the person has done with it', () => {
  const { actions, emit, engines, commands, store, ready } = setUp();
  ready();
  const preview = { status: 'reading', done: 0.5 } as const;
  emit({ type: 'file-preview', preview });
  expect(store.getState().filePreview).toEqual(preview);
  actions.cancelPreview();
  expect(commands.cancelPreview).toHaveBeenCalledTimes(1);
  emit({ type: 'file-preview', preview: undefined });
  expect(store.getState().filePreview).toBeUndefined();
  emit({ type: 'file-preview', preview });
  engines[0]?.die('crash');
  expect(store.getState().filePreview).toBeUndefined();
});
