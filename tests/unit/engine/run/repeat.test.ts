import { afterEach, describe, expect, it, vi } from 'vitest';
import { CLASSES } from '../../../../src/model/network';
import type { EngineEvent } from '../../../../src/protocol/engine-api';
import { DATASET, digits, SETTINGS, startEngine } from '../real-engine';

vi.mock('../../../../src/engine/backend/backend', () => import('../engine-mocks'));
vi.mock('../../../../src/data/read-files', () => import('../engine-mocks'));
vi.mock('../../../../src/engine/train-step/choose-step', async (original) => ({
  ...(await original<object>()),
  chooseStep: (await import('../engine-mocks')).chooseStep,
}));

afterEach(() => vi.unstubAllGlobals());

/** All that a run tells of what it learnt before it comes to its test. */
const curves = (events: readonly EngineEvent[]) => ({
  changes: events.flatMap((event) => (event.type === 'adjusted' ? event.changes : [])),
  batches: events.flatMap((event) => (event.type === 'batches' ? event.batches : [])),
  validation: events.flatMap((event) => (event.type === 'validated' ? [event.evaluation] : [])),
});

describe('a run repeated with the settings of its entry', () => {
  it('gives the same curve point for point, and the same weights after each epoch', async () => {
    const lab = await startEngine();
    const first = await lab.train(SETTINGS);
    const { length } = lab.events;
    const started = lab.all('run-started')[0]?.settings ?? SETTINGS;
    // Another run between them must not matter.
    await lab.train({ ...SETTINGS, seed: 9, epochs: 1 });
    const between = lab.events.length;
    const again = await lab.train(started);
    const [was, is] = [curves(lab.events.slice(0, length)), curves(lab.events.slice(between))];
    expect(was.batches).toHaveLength(3 * Math.ceil(220 / 32));
    expect(is).toEqual(was);
    expect(curves(lab.events.slice(length, between)).batches[0]).not.toEqual(was.batches[0]);
    for (const epoch of [0, 1, 2, 3]) {
      await lab.engine.lookBack({ run: first, epoch });
      const then = await lab.weights();
      await lab.engine.lookBack({ run: again, epoch });
      expect(await lab.weights()).toEqual(then);
    }
  });
});

describe('a run repeated with what was changed on the way', () => {
  it('takes the changes on at the same batches, and gives the same curve point for point', async () => {
    const settings = { ...SETTINGS, optimizer: 'momentum', learningRate: 0.05, momentum: 0.9 } as const;
    const lab = await startEngine();
    const push = lab.events.push.bind(lab.events);
    lab.events.push = (event) => {
      if (event.type === 'validated' && event.epoch === 1) {
        void lab.engine.adjust({ learningRate: 0.02, momentum: 0.7, dropout: 0.3 });
      }
      if (event.type === 'validated' && event.epoch === 2) void lab.engine.adjust({ learningRate: 0.01 });
      return push(event);
    };
    const first = await lab.train(settings);
    lab.events.push = push;
    const was = curves(lab.events);
    expect(was.changes.map(({ name }) => name)).toEqual([
      'learningRate',
      'momentum',
      'dropout',
      'learningRate',
    ]);
    const { length } = lab.events;
    const again = await lab.train(settings, was.changes);
    expect(curves(lab.events.slice(length))).toEqual(was);
    await lab.engine.lookBack({ run: first, epoch: 3 });
    const then = await lab.weights();
    await lab.engine.lookBack({ run: again, epoch: 3 });
    expect(await lab.weights()).toEqual(then);
  });

  it('refuses changes that can be none', async () => {
    const lab = await startEngine();
    const change = { name: 'dropout', batch: 2, from: 0, to: 7 } as const;
    await expect(lab.engine.train(SETTINGS, [change])).rejects.toThrow();
    await expect(lab.engine.train(SETTINGS, [{ ...change, to: 0.5, batch: 0 }])).rejects.toThrow();
  });
});

describe('the test images', () => {
  it('reach neither training nor any choice: with others in their place a run learns the same', async () => {
    const poisoned = {
      ...DATASET,
      test: { images: new Uint8Array(784 * 40).fill(255), labels: new Uint8Array(40).fill(CLASSES - 1) },
    };
    const outcomes = [];
    for (const dataset of [DATASET, poisoned]) {
      const lab = await startEngine(dataset);
      const run = await lab.train(SETTINGS);
      const weights = [];
      for (const epoch of [0, 1, 2, 3]) {
        await lab.engine.lookBack({ run, epoch });
        weights.push(await lab.weights());
      }
      await lab.engine.lookAtPresent();
      outcomes.push({ ...curves(lab.events), weights, inUse: await lab.weights(), test: lab.all('tested') });
    }
    const [{ test, ...learnt } = { test: undefined }, { test: other, ...alike } = { test: undefined }] =
      outcomes;
    expect(alike).toEqual(learnt);
    expect(other).not.toEqual(test);
  });

  it('are not touched before the last epoch is over, and read once then', async () => {
    const accesses: string[] = [];
    let moment = 'before the run';
    const { images, labels } = digits(40, 5000);
    const watched = <T extends Uint8Array>(values: T, name: string) =>
      new Proxy(values, {
        get(target, key) {
          if (key !== 'length' && !(typeof key === 'symbol')) accesses.push(`${name}: ${moment}`);
          const value = Reflect.get(target, key, target);
          return typeof value === 'function' ? value.bind(target) : value;
        },
      });
    const lab = await startEngine({
      ...DATASET,
      test: { images: watched(images, 'images'), labels: watched(labels, 'labels') },
    });
    accesses.length = 0;
    const push = lab.events.push.bind(lab.events);
    lab.events.push = (event) => {
      if (event.type === 'phase') moment = event.phase;
      return push(event);
    };
    await lab.train(SETTINGS);
    expect(new Set(accesses)).toEqual(new Set(['images: testing', 'labels: testing']));
    expect(lab.all('tested')).toHaveLength(1);
    expect(lab.all('tested')[0]?.evaluation.images).toBe(40);
  });
});
