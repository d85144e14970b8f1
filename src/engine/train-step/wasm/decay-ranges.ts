import type { ParameterLayout } from './parameter-layout';

/** Neighbours in the vector of all parameters: a multiple of four. */
export interface DecayRange {
  readonly floats: number;
  /** Whether the weight decay touches them. */
  readonly decays: boolean;
}

/** What is trained, in order: kernels decay, where there is a weight decay, and nothing else. */
export function decayRanges({ trained, stages, norms }: ParameterLayout, weightDecay: number): DecayRange[] {
  if (weightDecay === 0) return [{ floats: trained, decays: false }];
  const kernels = stages.flatMap((own) => (own ? [own.kernelAt] : []));
  const others = [...stages.map((own) => own?.biasAt), ...norms.map((own) => own?.scale)];
  const starts = [...new Set([...kernels, ...others])]
    .filter((at) => at !== undefined)
    .filter((at) => at < trained)
    .sort((a, b) => a - b);
  return starts.map((at, i) => ({
    floats: (starts[i + 1] ?? trained) - at,
    decays: kernels.includes(at),
  }));
}
