import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { TrainStep } from '../../../../src/engine/train-step/train-step';
import type { Settings } from '../../../../src/model/settings';
import type { EngineEvent } from '../../../../src/protocol/engine-api';
import { NORMALISED, SETTINGS, startEngine } from '../real-engine';

/** Batches of all steps so far after which the one at work fails, as a device does that is lost. */
let failsAfter: number[] = [];
let done = 0;

vi.mock('../../../../src/engine/backend/backend', () => import('../engine-mocks'));
vi.mock('../../../../src/data/read-files', () => import('../engine-mocks'));
vi.mock('../../../../src/engine/train-step/choose-step', async (original) => ({
  ...(await original<object>()),
  async chooseStep(...given: Parameters<typeof import('../engine-mocks').chooseStep>) {
    const { step, ...about } = await (await import('../engine-mocks')).chooseStep(...given);
    return { ...about, step: failing(step) };
  },
}));

function failing(step: TrainStep): TrainStep {
  let isLost = false;
  return new Proxy(step, {
    get(target, name: keyof TrainStep) {
      if (name === 'run') {
        return (...given: Parameters<TrainStep['run']>) => {
          isLost ||= failsAfter[0] === done;
          if (failsAfter[0] === done) failsAfter.shift();
          if (isLost) throw new Error('the device is lost');
          done += 1;
          target.run(...given);
        };
      }
      const value = target[name];
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

beforeEach(() => {
  failsAfter = [];
  done = 0;
});
afterEach(() => vi.unstubAllGlobals());

/** As the page puts it together: what a run tells again takes the place of what it had told after its last checkpoint. */
function learnt(events: readonly EngineEvent[]) {
  let told = { batches: [] as unknown[], validation: [] as unknown[], changes: [] as unknown[] };
  let kept = told;
  const tests: unknown[] = [];
  for (const event of events) {
    if (event.type === 'batches') told = { ...told, batches: [...told.batches, ...event.batches] };
    if (event.type === 'validated') told = { ...told, validation: [...told.validation, event.evaluation] };
    if (event.type === 'adjusted') told = { ...told, changes: [...told.changes, ...event.changes] };
    if (event.type === 'tested') tests.push(event.evaluation);
    if (event.type === 'checkpointed') kept = told;
    if (event.type === 'run-continued') told = kept;
  }
  return { ...told, tests };
}

async function whole(settings: Settings, failures: number[], changes?: Parameters<Lab['train']>[1]) {
  failsAfter = failures;
  done = 0;
  const lab = await startEngine();
  await lab.train(settings, changes);
  const faults = lab.all('fault').map(({ fault }) => fault.code);
  const runs = new Set(lab.all('run-started').map(({ run }) => run));
  return { ...learnt(lab.events), weights: await lab.weights(), faults, runs: runs.size, lab };
}
type Lab = Awaited<ReturnType<typeof startEngine>>;

const PER_EPOCH = Math.ceil(220 / 32);

it.each([
  ['in its first epoch', SETTINGS, [3]],
  ['before its first batch', SETTINGS, [0]],
  ['in a later one', SETTINGS, [2 * PER_EPOCH + 2]],
  ['twice', NORMALISED, [PER_EPOCH + 2, PER_EPOCH + 4]],
] as const)(
  'comes to the weights of a run that went well when the device fails %s',
  async (_, settings, failures) => {
    const { faults: none, lab: __, ...well } = await whole(settings, []);
    const { faults, lab, ...found } = await whole(settings, [...failures]);
    expect(none).toEqual([]);
    expect(faults).toEqual(failures.map(() => 'run-resumed'));
    expect(found).toEqual(well);
    expect(lab.all('phase').at(-1)?.phase).toBe('finished');
  },
);

it('takes on what was changed on its way at the same batches once more', async () => {
  const changes = [
    { name: 'learningRate', batch: 3, from: 0.01, to: 0.02 },
    { name: 'learningRate', batch: PER_EPOCH + 3, from: 0.02, to: 0.001 },
  ] as const;
  const well = await whole(SETTINGS, [], changes);
  const found = await whole(SETTINGS, [PER_EPOCH + 5], changes);
  expect(found.faults).toEqual(['run-resumed']);
  expect(found.changes).toEqual(well.changes);
  expect(found.weights).toEqual(well.weights);
});

it('gives the fast step up when it fails again and again, and goes on', async () => {
  const { faults, lab } = await whole(SETTINGS, [1, 1, 1]);
  expect(faults).toEqual(['run-resumed', 'run-resumed', 'run-resumed']);
  expect(lab.all('phase').at(-1)?.phase).toBe('finished');
});
