import { vi } from 'vitest';
import type { Dataset, LabelledImages } from '../../../src/data/dataset';
import { drawDigits } from '../../../src/data/synthetic/draw-digits';
import { createEngine } from '../../../src/engine/engine';
import { parseNetwork } from '../../../src/model/notation';
import { DEFAULT_SETTINGS } from '../../../src/model/presets';
import type { Settings } from '../../../src/model/settings';
import type { EngineEvent } from '../../../src/protocol/engine-api';
import type { RunChange } from '../../../src/protocol/run';
import { eventually } from '../../fixtures/eventually';
import { given } from './engine-mocks';

const layers = (notation: string): Settings['network'] => {
  const parsed = parseNetwork(notation);
  return parsed.ok ? [...parsed.network] : [];
};

export const SETTINGS: Settings = {
  ...DEFAULT_SETTINGS,
  ...{ network: layers('c3k5-p2-d10'), epochs: 3, batchSize: 32, backend: 'wasm', trainStep: 'fast' },
};
/** Of another network. */
export const OTHERS: Settings = { ...SETTINGS, network: layers('d12-d10'), epochs: 1 };

export const NORMALISED: Settings = { ...SETTINGS, network: layers('c3k5-n-p2-d10') };

export function digits(count: number, first: number): LabelledImages {
  const labels = Uint8Array.from({ length: count }, (_, i) => i % 10);
  return {
    images: drawDigits(labels, { seed: 1, first }, { style: 'realistic', noise: 0, blur: 0 }),
    labels,
  };
}

export const DATASET: Dataset = {
  ...{ train: digits(240, 0), test: digits(40, 5000) },
  ...{ official: false, origin: 'a test' },
};

/** An engine with data and an untrained network. */
export async function startEngine(dataset: Dataset = DATASET) {
  vi.stubGlobal('navigator', { hardwareConcurrency: 1 });
  given.dataset = dataset;
  const events: EngineEvent[] = [];
  const engine = createEngine();
  const port = { postMessage: (event: EngineEvent) => events.push(structuredClone(event)) };
  await engine.connect(port as unknown as MessagePort);
  await engine.loadFiles([], 0, undefined, {});
  await engine.reset(SETTINGS);
  const all = <Type extends EngineEvent['type']>(type: Type) =>
    events.filter((event): event is Extract<EngineEvent, { type: Type }> => event.type === type);
  /** @returns the run's name */
  async function train(settings: Settings, changes?: readonly RunChange[]): Promise<string> {
    const before = all('phase').length;
    await engine.train(settings, changes);
    await eventually(() => {
      const ended = all('phase')
        .slice(before)
        .some(({ phase }) => phase === 'finished' || phase === 'failed');
      if (!ended) throw new Error('still under way');
    });
    return all('run-started').at(-1)?.run ?? '';
  }
  /** All weights in use, layer by layer. */
  const weights = async () => {
    const found = await engine.weights([0, 1, 2, 3]);
    return found?.map(({ kernel, bias }) => [kernel, bias]);
  };
  return { engine, events, all, train, weights };
}
