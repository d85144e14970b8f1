import { formatNetwork } from '../../model/notation';
import { type Settings, trainedNetwork } from '../../model/settings';
import { settingsProblem } from '../../model/settings-problem';
import type { FastBackend } from '../../model/speeds';
import type { CandidateSpeed } from '../../protocol/speed';
import { againstFast, workersFor } from '../train-step/choose-step';

/** What a machine has to train with. */
export interface Machine {
  readonly cores: number;
  /** The one that WebGPU gives, where it gives one. */
  readonly adapter: { readonly name?: string; readonly software: boolean } | undefined;
}

export type Candidate = Omit<CandidateSpeed, 'result'>;

/** Whether Automatic may choose at all. */
export const isOpen = (settings: Settings): boolean =>
  settings.backend === 'auto' && settings.trainStep !== 'reference' && !settingsProblem(settings);

/**
 * What Automatic chooses from: all that can do the network. In the order in which they are tried: one that hangs may
 * still keep the processor busy.
 */
export function candidatesOn({ cores, adapter }: Machine, settings: Settings): readonly Candidate[] {
  if (!isOpen(settings)) return [];
  const wasm: Candidate = { backend: 'wasm', software: false, workers: workersFor(settings, cores) };
  const all: Candidate[] = [wasm];
  if (adapter) {
    const { name, software } = adapter;
    all.push({ backend: 'webgpu', software, ...(name !== undefined && { device: name }) });
  }
  return all.filter(({ backend }) => againstFast(settings, backend) === undefined);
}

/** Counts on when kernels become faster: figures of earlier ones then say nothing. */
const KERNELS = 1;

/** Names all that a speed depends on. */
export function speedKey(settings: Settings, { cores, adapter }: Machine): string {
  const { activation, batchSize, optimizer, workers } = settings;
  const network = formatNetwork(trainedNetwork(settings));
  const device = adapter?.name ?? (adapter ? 'unnamed' : 'none');
  return [KERNELS, network, activation, batchSize, optimizer, workers, cores, device].join(' ');
}

/** Undefined while one is untried that may be the fastest: all that are more than imitated. */
export function fastestOf(candidates: readonly CandidateSpeed[]): FastBackend | undefined {
  if (candidates.some(({ software, result }) => !software && !result)) return undefined;
  let best: { backend: FastBackend; imagesPerSecond: number } | undefined;
  for (const { backend, result } of candidates) {
    if (!result || !('imagesPerSecond' in result)) continue;
    const { imagesPerSecond } = result;
    if (!best || imagesPerSecond > best.imagesPerSecond) best = { backend, imagesPerSecond };
  }
  return best?.backend;
}
