import { describe, expect, it } from 'vitest';
import type { LabelledImages } from '../../../../src/data/dataset';
import { splitTraining } from '../../../../src/data/split';
import type { DataInUse } from '../../../../src/engine/data/active-dataset';
import { PartReader } from '../../../../src/engine/inspect/part-reader';
import { ValidationCache } from '../../../../src/engine/inspect/validation-cache';
import { DEFAULT_SETTINGS } from '../../../../src/model/presets';
import type { EngineEvent } from '../../../../src/protocol/engine-api';
import { networkOf } from '../network/network-of';
import { FakeStep } from '../train-step/fake-step';

function images(count: number): LabelledImages {
  const labels = Uint8Array.from({ length: count }, (_, i) => i % 10);
  const pixels = new Uint8Array(784 * count);
  for (const [i, label] of labels.entries()) pixels[784 * i] = label;
  return { images: pixels, labels };
}

function lab(onYield: (reader: PartReader) => void = () => {}) {
  const events: EngineEvent[] = [];
  const data = {
    dataset: { train: images(600), test: images(300), official: false, origin: 'a test' },
    split: splitTraining(600),
  };
  const network = networkOf(new FakeStep(), DEFAULT_SETTINGS, 7);
  const validations = new ValidationCache();
  let dataInUse: DataInUse = data;
  let clock = 0;
  const reader: PartReader = new PartReader({
    emit: (event) => events.push(event),
    validations,
    isCurrent: (version, of) => version === network.weightsVersion && of === dataInUse,
    now: () => {
      clock += 300;
      return clock;
    },
    yieldToEventLoop: async () => onYield(reader),
  });
  const told = () => events.map((event) => (event.type === 'reading' ? `reading ${event.part}` : event.type));
  const loadOthers = () => {
    dataInUse = { ...data };
  };
  return { reader, data, network, validations, events, told, loadOthers };
}

describe('PartReader', () => {
  it('reads every image of a part, and says how far it is', async () => {
    const { reader, data, network, told } = lab();
    const readings = await reader.read('test', data, network);
    expect(readings).toMatchObject({
      part: 'test',
      trainedBatches: 7,
      evaluation: { images: 300, accuracy: 1 },
    });
    expect([...(readings?.predicted ?? [])]).toEqual([...data.dataset.test.labels]);
    expect(readings?.probabilities).toHaveLength(3000);
    expect(told()).toEqual(['reading test', 'reading test', 'reading test', 'reading test', 'read']);
  });

  it('reads the training images without those held out', async () => {
    const { reader, data, network } = lab();
    const readings = await reader.read('train', data, network);
    expect(readings?.positions).toEqual(data.split.train);
  });

  it('ends at a cancel, and says so', async () => {
    const { reader, data, network, told } = lab((reading) => reading.cancel());
    expect(await reader.read('train', data, network)).toBeUndefined();
    expect(told()).toEqual(['reading train', 'read-ended']);
  });

  it.each(['weights', 'data'])('ends when other %s come into use, and says so', async (which) => {
    const { reader, data, network, told, loadOthers } = lab(() => {
      if (which === 'weights') network.addBatch();
      else loadOthers();
    });
    expect(await reader.read('train', data, network)).toBeUndefined();
    expect(told()).toEqual(['reading train', 'read-ended']);
  });

  it('has the validation images read for whoever needs them with the same weights', async () => {
    const { reader, data, network, validations } = lab();
    const readings = await reader.read('validation', data, network);
    expect(validations.get(network.weightsVersion, data)).toBe(readings?.evaluation);
    network.addBatch();
    expect(validations.get(network.weightsVersion, data)).toBeUndefined();
  });

  it('gives way to another part without a word', async () => {
    let followed = false;
    const { reader, data, network, told } = lab((reading) => {
      if (followed) return;
      followed = true;
      void reading.read('validation', data, network);
    });
    expect(await reader.read('train', data, network)).toBeUndefined();
    await expect.poll(() => told().at(-1)).toBe('read');
    expect(told()).not.toContain('read-ended');
  });
});
