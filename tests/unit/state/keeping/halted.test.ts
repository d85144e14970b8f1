import { expect, it } from 'vitest';
import { setUp } from '../set-up';
import { SETTINGS, trains } from './visits';

/* The engine dies before, or after, it hears what a person wants of the run. */

function lab() {
  const all = setUp(SETTINGS);
  all.ready();
  const state = all.store.getState;
  return { ...all, state, die: () => all.engines.at(-1)?.die('silent') };
}

it.each(['stop', 'pause'] as const)('does not go on by itself with a run that %s was asked of', (command) => {
  const at = lab();
  trains(at, 1);
  at.actions[command]();
  at.die();
  at.ready();
  expect(at.commands.continueRun).not.toHaveBeenCalled();
  expect(at.state()).toMatchObject({ isContinuing: false, fault: { code: 'engine-died' } });
  expect(at.state().interrupted?.checkpoint.run).toBe('a');
});

it('does not go on with one that was to be stopped while it was only being built, or as it went on after a death', () => {
  const at = lab();
  at.emit({ type: 'phase', phase: 'starting' });
  at.actions.stop();
  trains(at, 1);
  at.die();
  at.ready();
  expect(at.commands.continueRun).not.toHaveBeenCalled();
  at.actions.continueRun();
  expect(at.commands.continueRun).toHaveBeenCalledTimes(1);
  at.emit({ type: 'phase', phase: 'starting' });
  at.actions.stop();
  at.die();
  at.ready();
  expect(at.commands.continueRun).toHaveBeenCalledTimes(1);
  expect(at.state()).toMatchObject({ isContinuing: false, isHalting: false });
});

it('goes on with a run that was to pause and then to go on after all, and with one after that', () => {
  const at = lab();
  trains(at, 1);
  at.actions.pause();
  at.actions.resume();
  at.die();
  at.ready();
  expect(at.commands.continueRun).toHaveBeenCalledTimes(1);
  at.emit({ type: 'run-continued', run: 'a' }, { type: 'phase', phase: 'running' });
  at.actions.stop();
  at.emit({ type: 'phase', phase: 'stopped' });
  trains(at, 1);
  at.die();
  at.ready();
  expect(at.commands.continueRun).toHaveBeenCalledTimes(2);
});

it('does not go on by itself with a run that was begun by a step, or has taken one, before it pauses again', () => {
  const at = lab();
  at.actions.step();
  trains(at, 1);
  at.die();
  at.ready();
  expect(at.commands.continueRun).not.toHaveBeenCalled();
  expect(at.state().interrupted?.checkpoint.run).toBe('a');
  at.actions.continueRun();
  at.emit({ type: 'run-continued', run: 'a' }, { type: 'phase', phase: 'paused' });
  at.actions.step();
  at.emit({ type: 'phase', phase: 'running' });
  at.die();
  at.ready();
  expect(at.commands.continueRun).toHaveBeenCalledTimes(1);
  expect(at.state()).toMatchObject({ isContinuing: false, isHalting: false });
});

it('goes on with a run that was begun after a step that came to nothing', () => {
  const at = lab();
  at.actions.step();
  at.emit({ type: 'fault', fault: { code: 'impossible-settings' } });
  at.actions.train();
  trains(at, 1);
  at.die();
  at.ready();
  expect(at.commands.continueRun).toHaveBeenCalledTimes(1);
});
