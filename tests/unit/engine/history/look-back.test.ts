import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PretrainedRuntime } from '../../../../src/engine/train-step/pretrained-runtime';
import { DATASET, NORMALISED, OTHERS, SETTINGS, startEngine } from '../real-engine';

vi.mock('../../../../src/engine/backend/backend', () => import('../engine-mocks'));
vi.mock('../../../../src/data/read-files', () => import('../engine-mocks'));
vi.mock('../../../../src/engine/train-step/choose-step', async (original) => ({
  ...(await original<object>()),
  chooseStep: (await import('../engine-mocks')).chooseStep,
}));

let lab: Awaited<ReturnType<typeof startEngine>>;
beforeEach(async () => {
  lab = await startEngine();
});
afterEach(() => vi.unstubAllGlobals());

const looks = () => lab.all('looked-back');
const faults = () => lab.all('fault');

/** A run, and the weights in use when each of its epochs was validated. */
async function trainAndWatch() {
  const seen = new Map<number, unknown>();
  const push = lab.events.push.bind(lab.events);
  const pending: Promise<void>[] = [];
  lab.events.push = (event) => {
    if (event.type === 'validated') {
      const { epoch } = event;
      pending.push(lab.weights().then((weights) => void seen.set(epoch, weights)));
    }
    return push(event);
  };
  const run = await lab.train(SETTINGS);
  await Promise.all(pending);
  lab.events.push = push;
  return { run, seen };
}

describe('looking back', () => {
  it('shows the weights of then, bit for bit, and brings back those of now', async () => {
    const { run, seen } = await trainAndWatch();
    const now = await lab.weights();
    for (const epoch of [1, 2, 3, 1]) {
      await lab.engine.lookBack({ run, epoch });
      expect(await lab.weights(), `epoch ${epoch}`).toEqual(seen.get(epoch));
      expect(looks().at(-1)).toMatchObject({ at: { run, epoch }, settings: SETTINGS });
    }
    expect(seen.get(1)).not.toEqual(seen.get(2));
    await lab.engine.lookAtPresent();
    expect(await lab.weights()).toEqual(now);
    expect(looks().at(-1)?.at).toBeUndefined();
    expect(faults()).toEqual([]);
  });

  it.each([
    ['plain', SETTINGS],
    // Its running means are no weights that are trained.
    ['with batch normalisation', NORMALISED],
  ])('reads the validation images as they were read then: %s', async (_, settings) => {
    const run = await lab.train(settings);
    await lab.engine.lookBack({ run, epoch: 2 });
    await lab.engine.read('validation');
    const { readings } = lab.all('read').at(-1) ?? {};
    expect(readings?.evaluation).toEqual(lab.all('validated')[1]?.evaluation);
    expect(readings?.weightsVersion).toBe(looks().at(-1)?.weightsVersion);
  });

  it('keeps the present’s own version, so that what was read with it still is', async () => {
    const { run } = await trainAndWatch();
    const present = lab.all('validated').at(-1)?.weightsVersion;
    await lab.engine.lookBack({ run, epoch: 1 });
    expect(looks().at(-1)?.weightsVersion).not.toBe(present);
    await lab.engine.lookAtPresent();
    expect(looks().at(-1)?.weightsVersion).toBe(present);
  });

  it('goes from the network of one run to that of another and to now', async () => {
    const first = await lab.train(SETTINGS);
    const ofFirst = await lab.weights();
    const second = await lab.train(OTHERS);
    const now = await lab.weights();
    await lab.engine.lookBack({ run: first, epoch: 3 });
    expect(await lab.weights()).toEqual(ofFirst);
    await lab.engine.lookBack({ run: second, epoch: 0 });
    expect((await lab.weights())?.[0]?.[0]).toHaveLength(784 * 12);
    await lab.engine.lookBack({ run: first, epoch: 3 });
    expect(await lab.weights()).toEqual(ofFirst);
    await lab.engine.lookAtPresent();
    expect(await lab.weights()).toEqual(now);
  });

  it('shows the last of several moments that are asked for at once', async () => {
    const first = await lab.train(SETTINGS);
    const second = await lab.train(OTHERS);
    await Promise.all([
      lab.engine.lookBack({ run: first, epoch: 1 }),
      lab.engine.lookBack({ run: second, epoch: 1 }),
      lab.engine.lookBack({ run: first, epoch: 2 }),
    ]);
    expect(looks().map(({ at }) => at)).toEqual([{ run: first, epoch: 2 }]);
  });

  it('does nothing for a moment that is not kept', async () => {
    const run = await lab.train(SETTINGS);
    await lab.engine.lookBack({ run, epoch: 9 });
    await lab.engine.forgetRun(run);
    await lab.engine.lookBack({ run, epoch: 1 });
    await lab.engine.lookAtPresent();
    expect(looks()).toEqual([]);
  });

  it('goes back to now, and says so, where a network of then does not take on the weights of another epoch', async () => {
    const run = await lab.train(SETTINGS);
    const now = await lab.weights();
    await lab.engine.lookBack({ run, epoch: 1 });
    vi.spyOn(PretrainedRuntime.prototype, 'setWeights').mockImplementationOnce(() => {
      throw new Error('the device is lost');
    });
    await lab.engine.lookBack({ run, epoch: 2 });
    expect(looks().at(-1)?.at).toBeUndefined();
    expect(faults().map(({ fault }) => fault.code)).toEqual(['look-back-failed']);
    expect(await lab.weights()).toEqual(now);
    await lab.engine.lookBack({ run, epoch: 2 });
    expect(looks().at(-1)?.at).toEqual({ run, epoch: 2 });
  });

  it('is over when a run begins, and none begins while one is under way', async () => {
    const run = await lab.train(SETTINGS);
    await lab.engine.lookBack({ run, epoch: 1 });
    const again = lab.train(SETTINGS);
    await lab.engine.lookBack({ run, epoch: 2 });
    await again;
    expect(looks()).toHaveLength(1);
    await lab.engine.lookAtPresent();
    expect(looks()).toHaveLength(1);
  });

  it('only looks: nobody edits or fine-tunes a network of the past, or scores it on the test images', async () => {
    const run = await lab.train(SETTINGS);
    await lab.engine.lookBack({ run, epoch: 1 });
    const then = await lab.weights();
    const before = lab.events.length;
    await lab.engine.edit([{ kind: 'mute', layer: 0, filter: 0 }]);
    await lab.engine.fineTune(DATASET.test, DATASET.test);
    await lab.engine.read('test');
    expect(lab.events.slice(before)).toEqual([]);
    expect(await lab.weights()).toEqual(then);
  });

  it('leaves edits of the present in force, and lets them be undone afterwards', async () => {
    const run = await lab.train(SETTINGS);
    const learnt = await lab.weights();
    const edited = lab.engine.edit([{ kind: 'mute', layer: 0, filter: 0 }]);
    // Asked for while the edit is under way: it is told of first.
    await lab.engine.lookBack({ run, epoch: 1 });
    await edited;
    expect(lab.all('edited')).toHaveLength(1);
    await lab.engine.lookAtPresent();
    expect(await lab.weights()).not.toEqual(learnt);
    await lab.engine.edit([]);
    expect(await lab.weights()).toEqual(learnt);
  });
});
