import { describe, expect, it, vi } from 'vitest';
import type { LabelledImages } from '../../../../src/data/dataset';
import { splitTraining } from '../../../../src/data/split';
import { ValidationCache } from '../../../../src/engine/inspect/validation-cache';
import type { ActiveNetwork } from '../../../../src/engine/network/active-network';
import type { NetworkInUse } from '../../../../src/engine/network/network-in-use';
import { Training } from '../../../../src/engine/run/training';
import { DEFAULT_SETTINGS } from '../../../../src/model/presets';
import type { Settings } from '../../../../src/model/settings';
import type { EngineEvent } from '../../../../src/protocol/engine-api';
import { networkOf } from '../network/network-of';
import { FakeStep } from '../train-step/fake-step';

const SETTINGS = { ...DEFAULT_SETTINGS, epochs: 1, batchSize: 100 };

function images(count: number): LabelledImages {
  return {
    images: new Uint8Array(784 * count),
    labels: Uint8Array.from({ length: count }, (_, i) => i % 10),
  };
}

class LostStep extends FakeStep {
  override run(): void {
    throw new Error('the device is lost');
  }
}

/** One of its workers has died since it was made. */
class DeadStep extends FakeStep {
  override restore(): void {
    throw new Error('a worker does not answer');
  }
}

function lab() {
  const events: EngineEvent[] = [];
  const network: { inUse: NetworkInUse | undefined } = { inUse: undefined };
  const build = vi.fn(async (settings: typeof SETTINGS) => {
    const built = networkOf(new FakeStep(), settings);
    network.inUse = built;
    return built;
  });
  const deviceFailed = vi.fn((_reason: string) => true);
  const beforeRun = vi.fn(async (_settings: Settings, _stopped: Promise<void>) => {});
  const training = new Training({
    network: Object.assign(network, {
      build,
      deviceFailed,
      tellReadout: () => {},
    }) as unknown as ActiveNetwork,
    maker: { draw: async () => new Uint8Array(0), augment: async ({ images }) => images },
    data: () => ({
      dataset: { train: images(240), test: images(30), official: false, origin: 'a test' },
      split: splitTraining(240),
    }),
    emit: (event) => events.push(event),
    validations: new ValidationCache(),
    archive: { keep: () => {}, forget: () => {} },
    beforeRun,
  });
  const finished = async () => {
    training.train(SETTINGS);
    await expect.poll(() => training.isActive).toBe(false);
  };
  const faults = () => events.flatMap((event) => (event.type === 'fault' ? [event.fault.code] : []));
  const phases = () => events.flatMap((event) => (event.type === 'phase' ? [event.phase] : []));
  return { training, build, deviceFailed, beforeRun, finished, faults, phases };
}

describe('Training', () => {
  it('puts what a run has learnt on a fresh device when the device fails after it', async () => {
    const { training, build, deviceFailed, finished, faults } = lab();
    await finished();
    build.mockClear();
    await training.rescue(new Error('gone'));
    expect(deviceFailed).toHaveBeenCalledWith('gone');
    expect(build).toHaveBeenCalledTimes(1);
    expect((build.mock.calls as unknown[][])[0]?.[2]).toMatchObject({ trainedBatches: 3 });
    expect(faults()).toEqual(['device-replaced']);
  });

  it('rescues what was learnt a second time too', async () => {
    const { training, build, finished, faults } = lab();
    await finished();
    await training.rescue(new Error('gone'));
    build.mockClear();
    await training.rescue(new Error('gone again'));
    expect((build.mock.calls as unknown[][])[0]?.[2]).toMatchObject({ trainedBatches: 3 });
    expect(faults()).toEqual(['device-replaced', 'device-replaced']);
  });

  it('has nothing to rescue once the weights were reset', async () => {
    const { training, build, finished, faults } = lab();
    await finished();
    await build(SETTINGS);
    build.mockClear();
    await training.rescue(new Error('gone'));
    expect(build).not.toHaveBeenCalled();
    expect(faults()).toEqual(['backend-failed']);
  });

  it('makes no network before it is known what for, and can be stopped meanwhile', async () => {
    const { training, build, beforeRun } = lab();
    beforeRun.mockImplementationOnce((_, stopped) => stopped);
    training.train(SETTINGS);
    await Promise.resolve();
    expect(build).not.toHaveBeenCalled();
    await training.stop();
    expect(build).toHaveBeenCalledTimes(1);
    expect(training.isActive).toBe(false);
  });

  it('leaves a device that fails under a run to the run', async () => {
    const { training, deviceFailed } = lab();
    training.train(SETTINGS);
    await training.rescue(new Error('a late answer'));
    expect(deviceFailed).not.toHaveBeenCalled();
    await training.stop();
    expect(training.isActive).toBe(false);
  });

  it('makes another step where one fails as it takes on the state of a run', async () => {
    const { build, deviceFailed, finished, faults, phases } = lab();
    for (const step of [new LostStep(), new DeadStep()])
      build.mockImplementationOnce(async (settings) => networkOf(step, settings));
    await finished();
    expect(deviceFailed.mock.calls).toEqual([['the device is lost'], ['a worker does not answer']]);
    expect(faults()).toEqual(['run-resumed', 'run-resumed']);
    expect(phases().at(-1)).toBe('finished');
  });

  it('leaves the weights of the last epoch where no step takes on the state of a run', async () => {
    const { build, deviceFailed, finished, faults, phases } = lab();
    deviceFailed.mockReturnValueOnce(true).mockReturnValueOnce(false);
    for (const step of [new LostStep(), new DeadStep()])
      build.mockImplementationOnce(async (settings) => networkOf(step, settings));
    await finished();
    const weights = [Float32Array.of(0)];
    expect((build.mock.calls as unknown[][]).at(-1)?.[2]).toEqual({ weights, trainedBatches: 0 });
    expect(faults()).toEqual(['run-resumed', 'run-failed']);
    expect(phases().at(-1)).toBe('failed');
  });

  it('ends with a phase whatever fails before its first batch, and trains again', async () => {
    const { training, beforeRun, finished, faults, phases } = lab();
    beforeRun.mockRejectedValueOnce(new Error('no figure'));
    await finished();
    expect(faults()).toEqual(['run-failed']);
    expect(phases()).toEqual(['starting', 'failed']);
    await training.stop();
    await finished();
    expect(phases().at(-1)).toBe('finished');
  });
});
