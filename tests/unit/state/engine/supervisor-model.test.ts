import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { parseNetwork } from '../../../../src/model/notation';
import { DEFAULT_SETTINGS } from '../../../../src/model/presets';
import type { Settings } from '../../../../src/model/settings';
import { canStart } from '../../../../src/state/run/run-selectors';
import { isActive } from '../../../../src/state/run/run-state';
import { setUp } from '../set-up';
import { type Driver, PER_EPOCH, SimulatedEngine } from './simulated-engine';

/* From no state that can be reached by what a person does and what goes wrong is Train dead, or finished work gone. */

const parsed = parseNetwork('d2-d10');
const SETTINGS: Settings = {
  ...DEFAULT_SETTINGS,
  ...{ network: parsed.ok ? [...parsed.network] : [], epochs: 2, optimizer: 'sgd' },
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** The lab on simulated engines: when one dies, the next takes its place. */
function lab(driver: Driver = { hangs: false, keepsThread: false }) {
  let engine: SimulatedEngine | undefined;
  let runs = 0;
  const newId = () => {
    runs += 1;
    return `run ${runs}`;
  };
  const all = setUp(SETTINGS);
  const { commands, engines, store, actions } = all;
  /** The engine that is to be asked: each one that is started is a new one. */
  const asked = (): SimulatedEngine => engine ?? renew();
  function renew(): SimulatedEngine {
    const { emit, patience } = engines.at(-1) ?? { emit: () => {}, patience: () => 0 };
    const made = new SimulatedEngine(emit, newId, driver, () => {
      setTimeout(() => engine === made && die(), patience());
    });
    engine = made;
    return made;
  }
  function die(): void {
    engine?.die();
    engine = undefined;
    engines.at(-1)?.die('silent');
  }
  const settingsOf = (given: unknown[], at: number) => given[at] as Settings;
  const on = (name: keyof typeof commands, work: (to: SimulatedEngine, given: unknown[]) => void) =>
    (commands[name] as ReturnType<typeof vi.fn>).mockImplementation(async (...given: unknown[]) => {
      const to = asked();
      // What is asked of an engine reaches it later.
      await Promise.resolve();
      work(to, given);
    });
  on('passOver', (to) => to.passOver());
  on('begin', (to, given) => to.begin(settingsOf(given, 1)));
  on('loadMnist', (to) => to.loadData());
  on('reset', (to, given) => to.reset(settingsOf(given, 0)));
  on('openNetwork', (to, [name, network]) => to.open(name as string, network as never));
  on('train', (to, given) => to.train(settingsOf(given, 0)));
  on('continueRun', (to, [checkpoint]) => to.continueRun(checkpoint as never));
  on('pause', (to) => to.pause());
  on('resume', (to) => to.resume());
  on('stop', (to) => to.stop());
  const first = asked();
  first.begin(SETTINGS);
  first.loadData();
  /** All that was asked for has been done, and the pauses of the supervisor are over, and its patience with what hangs. */
  const settled = () => vi.advanceTimersByTimeAsync(100_000);
  return {
    ...{ store, actions, settled, driver, die },
    state: store.getState,
    engine: asked,
  };
}
type Lab = ReturnType<typeof lab>;

/** What can happen; each is also taken where it makes no sense, as a person or a machine would. */
const STEPS = {
  train: ({ actions }) => actions.train(),
  pause: ({ actions }) => actions.pause(),
  resume: ({ actions }) => actions.resume(),
  stop: ({ actions }) => actions.stop(),
  batch: ({ engine }) => engine().tick(),
  epoch({ engine }) {
    for (let batch = 0; batch < PER_EPOCH; batch++) engine().tick();
  },
  'wait a moment': () => vi.advanceTimersByTimeAsync(0),
  wait: ({ settled }) => settled(),
  'engine dies': ({ die }) => die(),
  'device is lost': ({ engine }) => engine().loseDevice(),
  'the driver hangs from now on'({ driver }) {
    driver.hangs = true;
  },
  'the driver answers from now on'({ driver }) {
    driver.hangs = false;
  },
  'the next thread never comes'({ driver }) {
    driver.keepsThread = true;
  },
  'another rate': ({ actions }) => actions.change({ learningRate: 0.02 }),
  'another batch size': ({ actions }) => actions.change({ batchSize: 32 }),
  'start the engine again': ({ actions }) => actions.startEngineAgain(),
  'continue the run': ({ actions }) => actions.continueRun(),
  'discard the run': ({ actions }) => actions.discardRun(),
  dismiss: ({ actions }) => actions.dismissFault(),
} satisfies Record<string, (lab: Lab) => unknown>;

const anySteps = fc.array(fc.constantFrom(...(Object.keys(STEPS) as (keyof typeof STEPS)[])), {
  maxLength: 40,
});

/** Whatever has happened: a person can train, or does. */
async function trainsInTheEnd(at: Lab): Promise<void> {
  await at.settled();
  if (at.state().engineGone) {
    at.actions.startEngineAgain();
    await at.settled();
  }
  at.driver.keepsThread = false;
  if (!isActive(at.state().run.phase)) {
    expect(canStart(at.state())).toBe(true);
    at.actions.train();
    await at.settled();
  }
  if (at.state().run.phase === 'paused') at.actions.resume();
  await at.settled();
  for (let batch = 0; batch < 2 * PER_EPOCH * SETTINGS.epochs; batch++) at.engine().tick();
  await at.settled();
  const { run } = at.state();
  expect(run.phase).toBe('finished');
  // As if nothing had happened.
  expect([...run.batches.loss]).toEqual(
    Array.from({ length: PER_EPOCH * SETTINGS.epochs }, (_, i) => Math.fround(1 / (i + 1))),
  );
  expect(run.validation).toHaveLength(SETTINGS.epochs);
}

it('can be trained after whatever has happened, and comes to the end of a run that nothing happened to', async () => {
  await fc.assert(
    fc.asyncProperty(anySteps, async (steps) => {
      const at = lab();
      for (const step of steps) await STEPS[step](at);
      await trainsInTheEnd(at);
    }),
    { numRuns: 500 },
  );
});

it('loses no finished run, and none that is under way', async () => {
  await fc.assert(
    fc.asyncProperty(anySteps, async (steps) => {
      const at = lab();
      const ended = new Set<string>();
      for (const step of steps) {
        await STEPS[step](at);
        const { run, runs } = at.state();
        if (run.id !== undefined && run.test && run.phase === 'finished') ended.add(run.id);
        for (const id of ended) expect(runs.map((one) => one.id)).toContain(id);
      }
      await at.settled();
      const { run: before } = at.state();
      if (before.batches.length === 0) return;
      at.die();
      await at.settled();
      if (at.state().engineGone) at.actions.startEngineAgain();
      await at.settled();
      const { run: after, interrupted } = at.state();
      // One that is paused waits for a person.
      if (before.phase === 'paused') expect(interrupted?.checkpoint.run).toBe(before.id);
      else expect([after.id, after.phase]).toEqual([before.id, before.phase]);
    }),
    { numRuns: 500 },
  );
});

it('comes to another backend where a graphics device hangs each engine', async () => {
  const at = lab({ hangs: true, keepsThread: false });
  // Five seconds, then ten.
  await vi.advanceTimersByTimeAsync(14_900);
  expect(canStart(at.state())).toBe(false);
  await vi.advanceTimersByTimeAsync(200);
  expect(canStart(at.state())).toBe(true);
  expect(at.state().fault).toEqual({ code: 'engine-died', detail: 'silent' });
  await trainsInTheEnd(at);
});

it('trains within eight seconds where the engine hangs as it waits for a thread, with nobody’s help', async () => {
  const at = lab({ hangs: false, keepsThread: true });
  at.actions.train();
  await vi.advanceTimersByTimeAsync(8_000);
  expect(at.state().run.phase).toBe('running');
  await trainsInTheEnd(at);
});
