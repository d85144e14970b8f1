import { sizeOf } from '../../../model/shapes';
import { LANES } from './assembler/values';
import { isWeight, kernelFloats, kernelRowVectors } from './kernels/conv-backward';
import { convPanels } from './kernels/conv-forward';
import { depthwiseFloats, weightStep } from './kernels/depthwise';
import { matMulPanels, runsOf } from './kernels/mat-mul';
import type { NormParameters } from './kernels/norm-values';
import { type Layout, roundUp } from './layout';
import { type ConvStage, type DenseStage, type DepthwiseStage, hasWeights, type Stage } from './stage';

type LearningStage = ConvStage | DepthwiseStage | DenseStage;

/**
 * Where the parameters of each layer lie in the one vector that gradients are summed in and that the optimizer works
 * on. Filling is always zero, in the weights and in their gradients.
 */
export interface ParameterLayout {
  /** A multiple of four, with at least one zero at the end. */
  readonly floats: number;
  /**
   * Those in front are what gradients change; behind them lie zeros in the place of biases that are none; then, from
   * `averages` on, the running averages of normalisations. Multiples of four.
   */
  readonly trained: number;
  readonly averages: number;
  /** By the number of the stage. */
  readonly stages: readonly (StageParameters | undefined)[];
  readonly norms: readonly (NormParameters | undefined)[];
  /** For each weight tensor in the order of the plan: where each of its values lies. */
  readonly tensors: readonly Uint32Array[];
}

export interface StageParameters {
  /** Floats from the start. */
  readonly kernelAt: number;
  readonly biasAt: number;
}

export function parameterLayout(stages: readonly Stage[]): ParameterLayout {
  let floats = 0;
  const take = (values: number) => {
    floats += roundUp(values, LANES);
    return floats - roundUp(values, LANES);
  };
  const kernels = stages.map((stage) => {
    if (!hasWeights(stage)) return undefined;
    const kernelAt = take(kernelSize(stage));
    return stage.hasBias ? { kernelAt, biasAt: take(stage.output.channels) } : { kernelAt };
  });
  const ofNorms = <T>(of: (channels: number) => T) =>
    stages.map(({ kind, output }) => (kind === 'batch-norm' ? of(output.channels) : undefined));
  const learnt = ofNorms((channels) => ({ scale: take(channels), shift: take(channels) }));
  const trained = floats;
  const sums = kernels.map(
    (own, i) => own && { biasAt: take(own.biasAt ? 0 : (stages[i]?.output.channels ?? 0)), ...own },
  );
  const averagesAt = floats;
  const averages = ofNorms((channels) => ({ mean: take(channels), variance: take(channels) }));
  const norms = learnt.map((own, i) => {
    const average = averages[i];
    return own && average && { ...own, ...average };
  });
  const tensors = stages.flatMap((stage, i) => tensorsOf(stage, sums[i], norms[i]));
  return { floats: floats + LANES, trained, averages: averagesAt, stages: sums, norms, tensors };
}

function tensorsOf(
  stage: Stage,
  sums: StageParameters | undefined,
  norm: NormParameters | undefined,
): Uint32Array[] {
  const channels = (at: number) => Uint32Array.from({ length: stage.output.channels }, (_, i) => at + i);
  if (norm) return [norm.scale, norm.shift, norm.mean, norm.variance].map(channels);
  if (!sums || !hasWeights(stage)) return [];
  const kernel = kernelIndices(stage, sums.kernelAt);
  return stage.hasBias ? [kernel, channels(sums.biasAt)] : [kernel];
}

/** The index of a zero. */
export const zeroAt = ({ floats }: { floats: number }) => floats - 1;

function kernelSize(stage: LearningStage): number {
  switch (stage.kind) {
    case 'conv':
      return stage.output.channels * kernelFloats(stage);
    case 'depthwise':
      return depthwiseFloats(stage);
    case 'dense':
      return valuesOf(stage.input) * roundUp(stage.output.channels, LANES);
    default:
      return stage satisfies never;
  }
}

const valuesOf = ({ height, width, channels }: Layout) => sizeOf([height, width, channels]);

function kernelIndices(stage: LearningStage, kernelAt: number): Uint32Array {
  switch (stage.kind) {
    case 'conv':
      return convIndices(stage, kernelAt);
    case 'depthwise':
      return depthwiseIndices(stage, kernelAt);
    case 'dense':
      return denseIndices(stage, kernelAt);
    default:
      return stage satisfies never;
  }
}

/** [row][column][channel], where each pixel's channels are filled up. */
function depthwiseIndices({ kernel, input: { channels } }: DepthwiseStage, kernelAt: number): Uint32Array {
  const place = (i: number) => Math.floor(i / channels) * weightStep(channels) + (i % channels);
  return Uint32Array.from({ length: kernel * kernel * channels }, (_, i) => kernelAt + place(i));
}

/** From [row][column][in][out] to [out][row][column, in]. */
function convIndices(stage: ConvStage, kernelAt: number): Uint32Array {
  const { kernel, input, output } = stage;
  const indices = new Uint32Array(kernel * kernel * input.channels * output.channels);
  const row = kernelRowVectors(stage) * LANES;
  let i = 0;
  for (let y = 0; y < kernel; y++) {
    for (let x = 0; x < kernel; x++) {
      for (let c = 0; c < input.channels; c++) {
        for (let o = 0; o < output.channels; o++) {
          indices[i++] = kernelAt + o * kernelFloats(stage) + y * row + x * input.pixel + c;
        }
      }
    }
  }
  return indices;
}

/** From [in][out] to [panel][in][outputs of the panel]. */
function denseIndices({ input, output }: DenseStage, kernelAt: number): Uint32Array {
  const values = valuesOf(input);
  const indices = new Uint32Array(values * output.channels);
  for (const panel of matMulPanels(output.channels)) {
    const start = panel.start * LANES;
    const width = panel.vectors * LANES;
    for (let k = 0; k < values; k++) {
      for (let n = start; n < Math.min(start + width, output.channels); n++) {
        indices[k * output.channels + n] = kernelAt + values * start + k * width + (n - start);
      }
    }
  }
  return indices;
}

/** For each float of a convolution's forward weights (panels), the parameter that it is a copy of. */
export function forwardTable(stage: ConvStage, { kernelAt }: StageParameters, zero: number): Uint32Array {
  const { kernel, input, output } = stage;
  const row = kernelRowVectors(stage) * LANES;
  const panels = convPanels(stage);
  const weights = kernel * kernel * input.channels;
  const table = new Uint32Array(panels.reduce((sum, { vectors }) => sum + vectors, 0) * LANES * weights);
  let i = 0;
  for (const panel of panels) {
    for (let place = 0; place < weights; place++) {
      const [pixel, c] = [Math.floor(place / input.channels), place % input.channels];
      const inRow = (pixel % kernel) * input.pixel + c;
      const at = kernelAt + Math.floor(pixel / kernel) * row + inRow;
      for (let lane = 0; lane < panel.vectors * LANES; lane++) {
        const o = panel.start * LANES + lane;
        table[i++] = o < output.channels && isWeight(stage, inRow) ? at + o * kernelFloats(stage) : zero;
      }
    }
  }
  return table;
}

/** For each float of a dense layer's transposed weights, in panels of the input's layout, the parameter. */
export function transposedTable(stage: DenseStage, { kernelAt }: StageParameters, zero: number): Uint32Array {
  const { input, output } = stage;
  const values = valuesIn(input);
  const indices = denseIndices(stage, kernelAt);
  const table = new Uint32Array(input.size * output.channels);
  let i = 0;
  for (const panel of matMulPanels(input.size)) {
    for (let n = 0; n < output.channels; n++) {
      for (let lane = 0; lane < panel.vectors * LANES; lane++) {
        const k = values[panel.start * LANES + lane] as number;
        table[i++] = k < 0 ? zero : (indices[k * output.channels + n] as number);
      }
    }
  }
  return table;
}

/** Which value (row by row, channels last) each float of an image's layout is, or −1 for filling. */
function valuesIn(layout: Layout): Int32Array {
  const { count, length, distance } = runsOf(layout);
  const values = new Int32Array(layout.size).fill(-1);
  for (let run = 0; run < count; run++) {
    for (let i = 0; i < length; i++) values[run * distance + i] = run * length + i;
  }
  return values;
}
