import { beforeEach, expect, it } from 'vitest';
import { LookBack } from '../../../../src/engine/history/look-back';
import { NetworkSlot } from '../../../../src/engine/network/network-slot';
import { DEFAULT_SETTINGS } from '../../../../src/model/presets';
import type { EngineEvent } from '../../../../src/protocol/engine-api';
import { FakeStep } from '../train-step/fake-step';

/** Networks that were disposed of, by name. */
let freed: string[];
let slot: NetworkSlot;
beforeEach(() => {
  freed = [];
  slot = new NetworkSlot();
});

function partsOf(name: string) {
  const runtime = new FakeStep();
  runtime.dispose = () => void freed.push(name);
  const computedBy = { kind: 'wasm', workers: 1 } as const;
  return { runtime, computedBy, settings: DEFAULT_SETTINGS, trainedBatches: 1, onLost: () => () => {} };
}

it('frees each network once another has taken its place, and that of now only then', () => {
  slot.put(partsOf('untrained'));
  const now = slot.put(partsOf('now'));
  expect(freed).toEqual(['untrained']);
  slot.lookBack(partsOf('then'));
  slot.lookBack(partsOf('another then'));
  expect(freed).toEqual(['untrained', 'then']);
  expect(slot.ofNow).toBe(now);
  expect(slot.lookAtPresent()).toBe(now);
  expect(slot.inUse).toBe(now);
  expect(freed).toEqual(['untrained', 'then', 'another then']);
  expect(slot.lookAtPresent()).toBeUndefined();
});

it('frees both where a new one comes while another is looked at', () => {
  slot.put(partsOf('now'));
  slot.lookBack(partsOf('then'));
  const next = slot.put(partsOf('next'));
  expect(freed.toSorted()).toEqual(['now', 'then']);
  expect(slot.isLookingBack).toBe(false);
  expect(slot.inUse).toBe(next);
});

it('gives no two networks the same version of weights', () => {
  const versions = [slot.put(partsOf('a')), slot.lookBack(partsOf('b')), slot.put(partsOf('c'))];
  expect(new Set(versions.map(({ weightsVersion }) => weightsVersion)).size).toBe(3);
});

it('says why where a network of the past can’t be made, with that of now in use', async () => {
  const now = slot.put(partsOf('now'));
  const events: EngineEvent[] = [];
  const checkpoint = { weights: [], trainedBatches: 1 };
  let failure: Error | undefined;
  const lookBack = new LookBack({
    network: {
      slot,
      get current() {
        return slot.inUse;
      },
      lookBack: async () => {
        if (failure) throw failure;
        return slot.lookBack(partsOf('then'));
      },
    },
    archive: { at: () => ({ settings: DEFAULT_SETTINGS, checkpoint }) },
    isTraining: () => false,
    editsAreDone: async () => {},
    emit: (event) => events.push(event),
  });
  await lookBack.to({ run: 'a', epoch: 1 });
  expect(slot.isLookingBack).toBe(true);
  failure = new Error('no memory');
  await lookBack.to({ run: 'b', epoch: 1 });
  expect(slot.inUse).toBe(now);
  const fault = { code: 'look-back-failed', detail: 'no memory' };
  expect(events.slice(1)).toMatchObject([
    { type: 'looked-back', at: undefined },
    { type: 'fault', fault },
  ]);
});
