import { describe, expect, it } from 'vitest';
import { trialsOf } from '../../../../src/model/sweep';
import { BASE, SEEDS, sweepLab, TWELVE } from './sweep-lab';

/** How many validation images a trial reads right: each another number. */
const rightOf = (trial: number) => 900 + ((trial * 7) % 12);

describe('a sweep', () => {
  it('of twelve runs, paused and resumed, loses no finished run and trains none twice', () => {
    const { actions, begin, finish, phase, trained, state, commands } = sweepLab();
    actions.startSweep(TWELVE);
    for (let trial = 0; trial < 12; trial++) {
      begin();
      if (trial === 4 || trial === 9) {
        actions.pauseSweep();
        expect(commands.stop).toHaveBeenCalledTimes(trial === 4 ? 1 : 2);
        phase('stopped');
        expect(state().sweeps.sweep).toMatchObject({ status: 'paused', underWay: undefined });
        expect(state().sweeps.sweep?.results).toHaveLength(trial);
        actions.resumeSweep('sweep');
        begin();
      }
      finish(rightOf(trial));
    }
    const { sweep } = state().sweeps;
    expect(sweep?.status).toBe('done');
    expect(sweep?.results.map(({ trial, accuracy }) => [trial, accuracy])).toEqual(
      Array.from({ length: 12 }, (_, trial) => [trial, rightOf(trial) / 1000]),
    );
    // Each result leads to its run; the two that were stopped are in the list as well.
    const settingsOf = (id: string | undefined) => state().runs.find((run) => run.id === id)?.settings;
    expect(sweep?.results.map(({ run }) => settingsOf(run))).toEqual(trialsOf(TWELVE));
    expect(state().runs).toHaveLength(14);
    expect(trained()).toHaveLength(14);
  });

  it('puts the settings of each run into the controls, and in the end those of before', () => {
    const { actions, begin, finish, state } = sweepLab();
    const two = { ...TWELVE, axes: TWELVE.axes.slice(1) };
    actions.startSweep(two);
    begin();
    finish(1);
    expect(state().settings.optimizer).toBe('momentum');
    begin();
    finish(1);
    begin();
    finish(1);
    expect(state().settings).toEqual(BASE);
  });

  it('shows the settings of before while it is paused, and lets a person train by hand', () => {
    const { actions, begin, finish, phase, state } = sweepLab();
    actions.startSweep(TWELVE);
    begin();
    actions.pauseSweep();
    phase('stopped');
    expect(state().settings).toEqual(BASE);
    actions.train();
    begin();
    finish(999);
    expect(state().sweeps.sweep).toMatchObject({ status: 'paused', results: [] });
    expect(state().settings).toEqual(BASE);
  });

  it('is paused by a person who stops its run, and by a run that can’t be built', () => {
    for (const end of ['stopped', 'idle'] as const) {
      const { actions, phase, state } = sweepLab();
      actions.startSweep(TWELVE);
      phase('starting');
      phase(end);
      expect(state().sweeps.sweep).toMatchObject({ status: 'paused', results: [], underWay: undefined });
    }
  });

  it('is paused when the engine is lost, and goes on with the same run on another', () => {
    const { actions, begin, finish, engines, ready, trained, state } = sweepLab();
    actions.startSweep(TWELVE);
    begin();
    finish(950);
    begin();
    engines.at(-1)?.die('out of memory');
    expect(state().sweeps.sweep).toMatchObject({ status: 'paused', underWay: undefined });
    expect(state().settings).toEqual(BASE);
    actions.resumeSweep('sweep');
    expect(trained()).toHaveLength(2);
    ready();
    actions.resumeSweep('sweep');
    expect(trained()).toHaveLength(3);
    expect(trained()[2]).toEqual(trained()[1]);
    expect(state().sweeps.sweep?.results).toHaveLength(1);
  });

  it('keeps the result of a run that ended before it could be stopped', () => {
    const { actions, begin, finish, state, trained } = sweepLab();
    actions.startSweep(TWELVE);
    begin();
    actions.pauseSweep();
    finish(970);
    expect(state().sweeps.sweep).toMatchObject({ status: 'paused', results: [{ accuracy: 0.97 }] });
    expect(trained()).toHaveLength(1);
  });

  it('goes on after a run that went astray, or that could not be trained at all', () => {
    const { actions, begin, phase, finish, state, trained } = sweepLab();
    const huge = { setting: 'batchSize', from: 128, to: 1024, steps: 2 } as const;
    const network = Array.from({ length: 3 }, () => ({
      ...{ type: 'conv', filters: 256, kernel: 3, stride: 1, padding: 'same' },
    })) as unknown as typeof BASE.network;
    const base = { ...BASE, network: [...network, ...BASE.network.slice(-1)] };
    actions.startSweep({ ...TWELVE, base, axes: [huge] });
    begin();
    phase('failed');
    expect(trained()).toHaveLength(1);
    expect(state().sweeps.sweep).toMatchObject({
      status: 'done',
      results: [
        { run: 'run 1', accuracy: undefined },
        { run: undefined, accuracy: undefined },
      ],
    });
    actions.startSweep(TWELVE);
    begin();
    phase('failed');
    begin();
    finish(960);
    expect(state().sweeps.sweep?.results.map(({ accuracy }) => accuracy)).toEqual([undefined, 0.96]);
  });

  it('trains once more what a person has changed while it trained', () => {
    const { actions, begin, finish, emit, state, trained } = sweepLab();
    actions.startSweep(TWELVE);
    begin();
    emit({ type: 'adjusted', changes: [{ name: 'learningRate', from: 0.001, to: 1, batch: 1 }] });
    finish(990);
    expect(state().sweeps.sweep).toMatchObject({ status: 'running', results: [] });
    expect(trained()[1]).toEqual(trained()[0]);
    begin();
    finish(950);
    expect(state().sweeps.sweep?.results.map(({ trial, accuracy }) => [trial, accuracy])).toEqual([
      [0, 0.95],
    ]);
  });

  it('does not go on with other data', () => {
    const { actions, begin, phase, state, trained } = sweepLab();
    actions.startSweep({ ...TWELVE, base: { ...BASE, dataset: 'files' } });
    expect(trained()).toHaveLength(0);
    expect(state().sweeps.sweep?.status).toBe('paused');
    actions.startSweep(TWELVE);
    begin();
    actions.change({ dataset: 'synthetic' });
    phase('failed');
    expect(state().sweeps.sweep?.status).toBe('paused');
    expect(trained()).toHaveLength(1);
  });

  it('does not begin while a run is under way, nor where it has a problem', () => {
    const { actions, begin, state, trained } = sweepLab();
    actions.startSweep({ ...TWELVE, axes: [{ setting: 'optimizer', options: [] }] });
    actions.train();
    begin();
    actions.startSweep(TWELVE);
    expect(trained()).toHaveLength(1);
    expect(state().sweeps.sweep).toBeUndefined();
  });

  it('gives up experiments that wait, and is paused by those that begin', () => {
    const { actions, begin, finish, phase, state, trained } = sweepLab();
    const other = { ...BASE, seed: 9 };
    actions.experiment(BASE, [BASE, other]);
    begin();
    finish(1);
    begin();
    phase('stopped');
    actions.experiment(BASE, [BASE, other, other]);
    begin();
    phase('failed');
    // Between two runs of a row the engine has not said yet that the next begins.
    actions.startSweep(TWELVE);
    expect(state().experiments?.waiting).toEqual([]);
    actions.experiment(BASE, [other, other]);
    expect(state().sweeps.sweep?.status).toBe('paused');
    expect(trained().length).toBeGreaterThan(4);
  });

  it('is forgotten when it is dropped, with its run but not its list', () => {
    const { actions, begin, finish, commands, phase, state } = sweepLab();
    actions.startSweep(TWELVE);
    begin();
    finish(950);
    begin();
    actions.dropSweep('sweep');
    expect(commands.stop).toHaveBeenCalledTimes(1);
    phase('stopped');
    expect(state().sweeps.sweep).toBeUndefined();
    expect(state().settings).toEqual(BASE);
    expect(state().runs).toHaveLength(2);
  });
});

describe('a repeat', () => {
  it('trains with one seed after the other, beside a sweep that is paused', () => {
    const { actions, begin, finish, phase, trained, state } = sweepLab();
    actions.startSweep(TWELVE);
    begin();
    actions.pauseSweep();
    phase('stopped');
    actions.startSweep(SEEDS);
    for (let run = 0; run < 3; run++) {
      begin();
      finish(980 + run);
    }
    expect(trained().slice(1)).toEqual([1, 2, 3].map((seed) => ({ ...BASE, seed })));
    expect(state().sweeps.repeat?.results.map(({ accuracy }) => accuracy)).toEqual([0.98, 0.981, 0.982]);
    expect(state().sweeps.sweep?.status).toBe('paused');
    expect(state().settings.seed).toBe(1);
  });
});
