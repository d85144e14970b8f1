import { expect, it } from 'vitest';
import { setUp } from '../set-up';

it('does not train before there are data and an engine', () => {
  const { actions, commands, ready } = setUp();
  actions.train();
  expect(commands.train).not.toHaveBeenCalled();
  ready();
  actions.train();
  expect(commands.train).toHaveBeenCalledTimes(1);
});

it('starts one run however often Train is pressed', () => {
  const { actions, commands, ready, emit, store } = setUp();
  ready();
  actions.train();
  emit({
    type: 'run-started',
    run: 'a',
    startedAt: 0,
    settings: store.getState().settings,
    batchesPerEpoch: 4,
  });
  emit({ type: 'phase', phase: 'running' });
  for (let click = 0; click < 50; click++) actions.train();
  expect(commands.train).toHaveBeenCalledTimes(1);
});

it('does not train an impossible network', () => {
  const { actions, commands, ready } = setUp();
  ready();
  actions.change({ network: [{ type: 'conv', filters: 8, kernel: 5, stride: 1, padding: 'valid' }] });
  actions.train();
  expect(commands.train).not.toHaveBeenCalled();
});
