import { afterEach, expect, it, vi } from 'vitest';
import { parseNetwork } from '../../../../src/model/notation';
import type { Settings } from '../../../../src/model/settings';
import type { EngineEvent } from '../../../../src/protocol/engine-api';
import { eventually } from '../../../fixtures/eventually';
import { DATASET, NORMALISED, SETTINGS, startEngine } from '../real-engine';

vi.mock('../../../../src/engine/backend/backend', () => import('../engine-mocks'));
vi.mock('../../../../src/data/read-files', () => import('../engine-mocks'));
vi.mock('../../../../src/engine/train-step/choose-step', async (original) => ({
  ...(await original<object>()),
  chooseStep: (await import('../engine-mocks')).chooseStep,
}));

afterEach(() => vi.unstubAllGlobals());

type Lab = Awaited<ReturnType<typeof startEngine>>;

const over = (lab: Lab) => eventually(() => expect(lab.all('phase').at(-1)?.phase).toBe('finished'));

const stands = (lab: Lab, batches: number) =>
  eventually(() => expect(lab.all('checkpointed').at(-1)?.checkpoint.trainedBatches).toBe(batches));

/** So many batches of a run, then the page is gone. @returns where the run stood, and what it had told by then */
async function diesAfter(settings: Settings, batches: number, adjusted?: { momentum: number }) {
  const lab = await startEngine();
  for (let batch = 1; batch <= batches; batch++) {
    await lab.engine.step(settings);
    await stands(lab, batch);
    if (adjusted && batch === 2) await lab.engine.adjust(adjusted);
  }
  const at = lab.events.findLastIndex(({ type }) => type === 'checkpointed');
  const told = lab.events.slice(0, at);
  const [last] = lab.all('checkpointed').slice(-1);
  if (!last) throw new Error('no checkpoint');
  await lab.engine.stop();
  return { checkpoint: structuredClone(last.checkpoint), told };
}

const learnt = (events: readonly EngineEvent[]) => ({
  batches: events.flatMap((event) => (event.type === 'batches' ? event.batches : [])),
  validation: events.flatMap((event) => (event.type === 'validated' ? [event.evaluation] : [])),
  ending: events.flatMap((event) => (event.type === 'epochs-ended' ? [event.ending] : [])),
  test: events.flatMap((event) => (event.type === 'tested' ? [event.evaluation] : [])),
  changes: events.flatMap((event) => (event.type === 'adjusted' ? event.changes : [])),
});

async function uninterrupted(settings: Settings, adjusted?: { momentum: number }) {
  const lab = await startEngine();
  if (adjusted) {
    for (let batch = 1; batch <= 2; batch++) {
      await lab.engine.step(settings);
      await stands(lab, batch);
    }
    await lab.engine.adjust(adjusted);
    await lab.engine.resume();
    await over(lab);
  } else await lab.train(settings);
  return { ...learnt(lab.events), weights: await lab.weights() };
}

async function goesOnTo(died: Awaited<ReturnType<typeof diesAfter>>) {
  const lab = await startEngine();
  const before = lab.events.length;
  await lab.engine.continueRun(died.checkpoint);
  await over(lab);
  const events = lab.events.slice(before);
  return { ...learnt([...died.told, ...events]), weights: await lab.weights(), events };
}

const dense = parseNetwork('d12-d10');
const EVERYTHING: Settings = {
  ...SETTINGS,
  network: dense.ok ? [...dense.network] : [],
  ...{ optimizer: 'rmsprop', dropout: 0.3, ema: 0.9, schedule: 'one-cycle', weightDecay: 0.01, clipNorm: 1 },
};
const PER_EPOCH = Math.ceil(220 / 32);

it.each([
  ['in mid-epoch', SETTINGS, PER_EPOCH + 3],
  ['after the last batch of an epoch', SETTINGS, PER_EPOCH],
  ['in its first epoch', SETTINGS, 2],
  ['with dropout, an average, a schedule and another optimizer', EVERYTHING, PER_EPOCH + 2],
  ['with normalisations', NORMALISED, PER_EPOCH + 1],
  ['that keeps its best epoch', { ...SETTINGS, patience: 1, learningRate: 0.2, epochs: 5 }, PER_EPOCH + 4],
] as const)('goes on with a run that died %s, bit for bit', async (_, settings, batches) => {
  const whole = await uninterrupted(settings);
  const died = await diesAfter(settings, batches);
  expect(died.checkpoint.trainedBatches).toBe(batches);
  const { events, ...continued } = await goesOnTo(died);
  expect(continued).toEqual(whole);
  expect(events.some(({ type }) => type === 'run-started')).toBe(false);
  expect(events.filter(({ type }) => type === 'run-continued')).toHaveLength(1);
});

it('goes on with what was changed while it trained', async () => {
  const momentum: Settings = { ...SETTINGS, optimizer: 'momentum', learningRate: 0.05, momentum: 0.9 };
  const whole = await uninterrupted(momentum, { momentum: 0.5 });
  expect(whole.changes).toMatchObject([{ name: 'momentum', batch: 3, to: 0.5 }]);
  const { events: _, ...continued } = await goesOnTo(
    await diesAfter(momentum, PER_EPOCH + 2, { momentum: 0.5 }),
  );
  expect(continued).toEqual(whole);
});

it('goes on with a run that repeats what was changed on the way of another', async () => {
  const momentum: Settings = { ...SETTINGS, optimizer: 'momentum', learningRate: 0.05, momentum: 0.9 };
  const change = { name: 'momentum', batch: PER_EPOCH + 5, from: 0.9, to: 0.5 } as const;
  const lab = await startEngine();
  await lab.engine.train(momentum, [change]);
  await over(lab);
  const whole = { ...learnt(lab.events), weights: await lab.weights() };
  expect(whole.changes).toEqual([change]);
  const [first] = lab.all('checkpointed');
  if (!first) throw new Error('no checkpoint');
  const told = lab.events.slice(0, lab.events.indexOf(first));
  const { events: _, ...continued } = await goesOnTo({ checkpoint: first.checkpoint, told });
  expect(continued).toEqual(whole);
});

it('tells where a run stands when it begins and after each epoch', async () => {
  const lab = await startEngine(DATASET);
  await lab.train(SETTINGS);
  const told = lab.all('checkpointed').map(({ checkpoint }) => checkpoint);
  expect(told.map(({ finishedEpochs }) => finishedEpochs)).toEqual([0, 1, 2, 3]);
  expect(told.map(({ trainedBatches }) => trainedBatches)).toEqual([0, 1, 2, 3].map((e) => e * PER_EPOCH));
});

it('refuses what is no checkpoint of such a run', async () => {
  const { checkpoint } = await diesAfter(SETTINGS, 1);
  const lab = await startEngine();
  const other = { ...checkpoint, settings: { ...checkpoint.settings, optimizer: 'momentum' as const } };
  await expect(lab.engine.continueRun(other)).rejects.toThrow(/adam/);
});

it('refuses tensors of other sizes than the network has, before anything is in use', async () => {
  const { checkpoint } = await diesAfter(SETTINGS, 1);
  const lab = await startEngine();
  const told = lab.events.length;
  const { step, kept } = checkpoint;
  const cut = (tensors: readonly Float32Array[]) => tensors.with(0, new Float32Array(1));
  const spoilt = [
    { step: { ...step, weights: cut(step.weights) } },
    { step: { ...step, vectors: step.vectors.map(cut) } },
    { step: { ...step, average: step.weights.slice(1) } },
    { kept: { ...kept, checkpoint: { ...kept.checkpoint, weights: cut(kept.checkpoint.weights) } } },
  ];
  for (const part of spoilt) {
    await expect(lab.engine.continueRun({ ...checkpoint, ...part })).rejects.toThrow(RangeError);
  }
  expect(lab.events).toHaveLength(told);
});
