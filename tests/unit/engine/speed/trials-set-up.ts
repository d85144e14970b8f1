import { vi } from 'vitest';
import type { Machine } from '../../../../src/engine/speed/candidates';
import type { TriedStep } from '../../../../src/engine/speed/measure-step';
import { SpeedTrials } from '../../../../src/engine/speed/speed-trials';
import { DEFAULT_SETTINGS } from '../../../../src/model/presets';
import type { Settings } from '../../../../src/model/settings';
import type { FastBackend } from '../../../../src/model/speeds';
import type { EngineEvent } from '../../../../src/protocol/engine-api';
import { PacedStep } from './paced-step';

export const SETTINGS: Settings = { ...DEFAULT_SETTINGS, batchSize: 10 };
export const NEVER = new Promise<void>(() => {});
export const GPU: Machine = { cores: 2, adapter: { name: 'a GPU', software: false } };
export const IMITATED: Machine = { cores: 2, adapter: { name: 'SwiftShader', software: true } };
export const NO_GPU: Machine = { cores: 2, adapter: undefined };

type Makers = Record<FastBackend, (clock: { now: number }) => PacedStep>;

/** Ten images take so many milliseconds. */
export const paced = (milliseconds: number) => (clock: { now: number }) => new PacedStep(clock, milliseconds);

export function setUp(machine: Machine, makers: Partial<Makers> = {}) {
  const clock = { now: 0 };
  const events: EngineEvent[] = [];
  const made: { backend: FastBackend; step: PacedStep }[] = [];
  const all: Makers = { wasm: paced(10), webgpu: paced(1), ...makers };
  const data = { areThere: true };
  const onResult = vi.fn();
  const lookAtMachine = vi.fn(async (mayAsk: boolean) =>
    mayAsk ? machine : { ...machine, adapter: undefined },
  );
  const images = { images: new Uint8Array(784 * 100), labels: new Uint8Array(100) };
  const trials = new SpeedTrials({
    emit: (event) => events.push(event),
    lookAtMachine,
    make: async (backend): Promise<TriedStep> => {
      const step = all[backend](clock);
      made.push({ backend, step });
      return step;
    },
    images: () => (data.areThere ? images : undefined),
    onResult,
    now: () => clock.now,
    yieldToEventLoop: async () => {},
  });
  const told = () => events.flatMap((event) => (event.type === 'speeds' ? [event.speeds] : []));
  return {
    ...{ trials, made, data, events, onResult, lookAtMachine, told },
    devices: () =>
      events.flatMap((event) => (event.type === 'device' ? [`${event.backend} ${event.step}`] : [])),
    tried: () => made.map(({ backend }) => backend),
    kept: () => events.flatMap((event) => (event.type === 'known-speeds' ? [event.known] : [])).at(-1),
  };
}
