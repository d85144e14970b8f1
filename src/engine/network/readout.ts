import type { Backend } from '../../model/settings';
import type { EngineReadout, Slower, StepDown } from '../../protocol/backend';
import type { CandidateSpeed } from '../../protocol/speed';
import type { BackendReadout } from '../backend/active-backend';
import type { StepKind } from '../train-step/choose-step';
import type { NetworkInUse } from './network-in-use';

/** @param speeds - of what the backend was chosen from, none where it was not Automatic's choice */
export const readoutOf = (
  running: BackendReadout,
  { computedBy, runtime }: Pick<NetworkInUse, 'computedBy' | 'runtime'>,
  speeds: readonly CandidateSpeed[],
): EngineReadout => ({
  ...running,
  ...stepOf(computedBy),
  stepsDown: withTrials(running, speeds),
  timesKernels: runtime.kernelTimes !== undefined,
  bytes: running.bytes + runtime.bytes,
});

function stepOf(computedBy: StepKind): Pick<EngineReadout, 'trainStep' | 'workers' | 'stepReason'> {
  switch (computedBy.kind) {
    case 'wasm':
      return { trainStep: 'fast', workers: computedBy.workers };
    case 'webgpu':
      return { trainStep: 'fast' };
    case 'reference':
      return { trainStep: 'reference', stepReason: computedBy.reason };
    default:
      return computedBy satisfies never;
  }
}

/** What a trial has shown says more than that a device is only imitated. */
function withTrials({ backend, stepsDown }: BackendReadout, speeds: readonly CandidateSpeed[]) {
  const others = stepsDown.filter(({ reason }) => reason !== 'software');
  const isOpen = (one: CandidateSpeed) => others.every((other) => other.backend !== one.backend);
  const behind = speeds.filter(isOpen).flatMap((one) => behindOf(one, backend, speeds));
  return [...behind, ...stepsDown.filter((one) => !behind.some((tried) => tried.backend === one.backend))];
}

/** Why a candidate is not the one in use, as far as trials say. */
function behindOf(
  { backend, device, result }: CandidateSpeed,
  inUse: Backend,
  speeds: readonly CandidateSpeed[],
): (StepDown | Slower)[] {
  if (!result || backend === inUse) return [];
  if ('failure' in result) {
    const { failure } = result;
    return failure.code === 'failed'
      ? [{ backend, reason: 'trial-failed', detail: failure.detail }]
      : [{ backend, reason: 'no-answer', detail: String(failure.seconds) }];
  }
  const winner = speeds.find((one) => one.backend === inUse)?.result;
  if (!winner || 'failure' in winner || winner.imagesPerSecond < result.imagesPerSecond) return [];
  return [
    {
      backend,
      reason: 'slower',
      imagesPerSecond: result.imagesPerSecond,
      than: { backend: inUse, imagesPerSecond: winner.imagesPerSecond },
      ...(device !== undefined && { detail: device }),
    },
  ];
}
