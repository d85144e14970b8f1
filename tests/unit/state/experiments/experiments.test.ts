import { describe, expect, it, vi } from 'vitest';
import { experimentsWith } from '../../../../src/model/experiments';
import { DEFAULT_SETTINGS, PRESETS } from '../../../../src/model/presets';
import type { Settings } from '../../../../src/model/settings';
import type { RunPhase } from '../../../../src/protocol/run';
import { ExperimentRunner } from '../../../../src/state/experiments/experiment-runner';
import { experimentBase } from '../../../../src/state/experiments/experiments-selectors';
import type { LabState } from '../../../../src/state/lab-state';
import { initialState } from '../../../../src/state/reducer';
import { changesTo } from '../../../../src/state/run/in-turn';

const base: Settings = { ...DEFAULT_SETTINGS, ...PRESETS['homework-mlp'] };
const tried = experimentsWith(base).map(({ settings }) => settings);

describe('what experiments are compared with', () => {
  const at = (settings: Settings, of: Settings | undefined) =>
    experimentBase({
      ...initialState(settings, []),
      experiments: of && { base: of, waiting: [] },
    });

  it('is what the controls show, before there is an experiment', () => {
    expect(at(base, undefined)).toBe(base);
  });

  it('stays while its own experiments are tried, and on another machine', () => {
    for (const settings of tried) expect(at(settings, base)).toBe(base);
    expect(at({ ...base, backend: 'cpu' }, base)).toBe(base);
  });

  it('is that of a sweep while one of its runs is under way', () => {
    const sweep = { base, axes: [], method: 'grid', draws: 1, halving: false } as const;
    const underWay = { trial: 0, round: 0 };
    const state = {
      sweep,
      id: 'a',
      number: 1,
      results: [],
      status: 'running',
      underWay,
      left: undefined,
      files: undefined,
    } as const;
    const other = { ...base, seed: 5 };
    const during = { ...initialState(other, []), sweeps: { sweep: state, repeat: undefined } };
    expect(experimentBase(during)).toBe(base);
    const paused = { ...state, status: 'paused', underWay: undefined } as const;
    expect(experimentBase({ ...during, sweeps: { sweep: paused, repeat: undefined } })).toBe(other);
  });

  it('is what the controls show when these have become anything else', () => {
    const other = { ...base, seed: 5 };
    expect(at(other, base)).toBe(other);
  });
});

describe('the changes from one run’s settings to another’s', () => {
  it('lead there', () => {
    for (const settings of tried) expect({ ...base, ...changesTo(base, settings) }).toEqual(settings);
  });

  it('leave the data alone where only a person can bring them', () => {
    expect(changesTo(base, { ...base, dataset: 'files', epochs: 2 })).toEqual({ epochs: 2 });
    expect(changesTo(base, { ...base, dataset: 'synthetic' })).toEqual({ dataset: 'synthetic' });
  });
});

describe('running experiments', () => {
  function setUp({ canStart = true } = {}) {
    let state: LabState = initialState(base, []);
    const trained: Settings[] = [];
    const stop = vi.fn();
    const runner = new ExperimentRunner({
      state: () => state,
      put: (experiments) => {
        state = { ...state, experiments };
      },
      change: (patch) => {
        state = { ...state, settings: { ...state.settings, ...patch } };
      },
      canStart: () => canStart,
      train: () => {
        trained.push(state.settings);
        state = { ...state, run: { ...state.run, phase: 'running' } };
      },
      stop,
    });
    const end = (phase: RunPhase) => {
      const before = state.run.phase;
      state = { ...state, run: { ...state.run, phase } };
      runner.phaseChanged(before, phase);
    };
    return { runner, trained, stop, end, waiting: () => state.experiments?.waiting.length };
  }
  const [first, second] = tried as [Settings, Settings];

  it('trains each with its own settings, one after the other', () => {
    const { runner, trained, end } = setUp();
    runner.start(base, [base, first, second]);
    expect(trained).toEqual([base]);
    end('finished');
    end('finished');
    expect(trained).toEqual([base, first, second]);
    end('finished');
    expect(trained).toHaveLength(3);
  });

  it('goes on after one that went astray', () => {
    const { runner, trained, end } = setUp();
    runner.start(base, [first, second]);
    end('failed');
    expect(trained).toEqual([first, second]);
  });

  it('ends when a person stops the run, here or in the header', () => {
    const { runner, trained, end, stop, waiting } = setUp();
    runner.start(base, [first, second]);
    runner.stop();
    expect(stop).toHaveBeenCalledTimes(1);
    expect(waiting()).toBe(0);
    end('stopped');
    runner.start(base, [first, second]);
    end('stopped');
    expect(trained).toEqual([first, first]);
    expect(waiting()).toBe(0);
  });

  it('does not begin while a run is under way', () => {
    const { runner, trained } = setUp();
    runner.start(base, [first]);
    runner.start(base, [second]);
    expect(trained).toEqual([first]);
  });

  it('gives up the others where a run can’t be started or built', () => {
    const blocked = setUp({ canStart: false });
    blocked.runner.start(base, [first, second]);
    expect(blocked.trained).toEqual([]);
    expect(blocked.waiting()).toBe(0);
    const unbuilt = setUp();
    unbuilt.runner.start(base, [first, second]);
    unbuilt.runner.phaseChanged('starting', 'idle');
    expect(unbuilt.waiting()).toBe(0);
  });
});
