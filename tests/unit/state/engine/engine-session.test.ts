import { expect, it } from 'vitest';
import { STROKE, setUp } from '../set-up';
import { validatedTold } from '../told';

/** What was refused has been heard of: promises come before the next task. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

it('starts a dead engine again, says so, and keeps settings and drawing', () => {
  const { actions, engines, store, commands } = setUp();
  actions.addStroke(STROKE);
  commands.begin.mockClear();
  engines[0]?.die('out of memory');
  expect(engines).toHaveLength(2);
  expect(commands.begin).toHaveBeenCalledTimes(1);
  expect(store.getState().fault).toEqual({ code: 'engine-died', detail: 'out of memory' });
  expect(store.getState().drawing.strokes).toHaveLength(1);
});

it('gives up starting an engine that keeps dying, and says that only a reload helps', () => {
  const { engines, store, actions, commands } = setUp();
  for (let death = 0; death < 10; death++) engines[engines.length - 1]?.die('again');
  expect(engines).toHaveLength(4);
  expect(store.getState()).toMatchObject({ engineGone: true, fault: { code: 'engine-gone' } });
  actions.train();
  expect(commands.train).not.toHaveBeenCalled();
});

it('does not count the deaths before a run that went well', () => {
  const { engines, emit, store } = setUp();
  for (let death = 0; death < 10; death++) {
    emit(validatedTold());
    engines[engines.length - 1]?.die('now and then');
  }
  expect(store.getState().engineGone).toBe(false);
});

it('tells of a command that the engine refuses, by name and reason, and goes on', async () => {
  const { actions, commands, store, ready, engines } = setUp();
  ready();
  commands.train.mockRejectedValueOnce(new Error('epochs: must be\n  at most 100'));
  actions.train();
  await expect
    .poll(() => store.getState().fault)
    .toEqual({
      code: 'command-failed',
      detail: 'train: epochs: must be at most 100',
    });
  expect(engines).toHaveLength(1);
  actions.dismissFault();
  expect(store.getState().fault).toBeUndefined();
});

it('tells of files that the engine does not take over, many as they are', async () => {
  const { actions, commands, store, ready } = setUp();
  ready();
  commands.giveFiles.mockRejectedValueOnce(new Error('no room'));
  actions.previewFiles(Array.from({ length: 100 }, (_, i) => ({ path: `${i}.png`, file: new Blob() })));
  await expect.poll(() => store.getState().fault?.detail).toBe('giveFiles: no room');
  expect(commands.previewFiles).not.toHaveBeenCalled();
});

it('tells the death of the engine once, whatever was asked of it', async () => {
  const { actions, commands, store, ready, engines } = setUp();
  ready();
  let refuse: (error: Error) => void = () => undefined;
  const refused = new Promise<void>((_, reject) => {
    refuse = reject;
  });
  commands.train.mockReturnValueOnce(refused);
  commands.read.mockReturnValueOnce(refused);
  actions.train();
  actions.read('test');
  engines[0]?.die('out of memory');
  actions.dismissFault();
  refuse(new Error('out of memory'));
  await settled();
  expect(store.getState().fault).toBeUndefined();
});

it('does not tell of commands to an engine that is gone for good', async () => {
  const { actions, commands, store, engines } = setUp();
  while (!store.getState().engineGone) engines.at(-1)?.die('again');
  commands.stop.mockRejectedValueOnce(new Error('terminated'));
  actions.stop();
  await settled();
  expect(store.getState().fault?.code).toBe('engine-gone');
});
