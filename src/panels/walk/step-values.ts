import { softmax } from '../../metrics/logits';
import { INPUT_SIDE } from '../../model/network';
import { type Area, windowAt } from '../../model/receptive-field';
import { sizeOf } from '../../model/shapes';
import type { LayerOutput } from '../../protocol/inspect';
import { givenTo, type Inside, inputOf } from '../shared/arithmetic/inside';
import { indexOf, type Place, placeOf } from '../shared/arithmetic/picture';
import type { LayerAnswers } from '../shared/arithmetic/shown-values';
import type { WalkStep } from './walk-steps';

/** What a step is given, and what it makes of that. */
export interface StepValues {
  readonly given: LayerOutput;
  /** Of a residual addition: what went around the layer before. */
  readonly around?: LayerOutput;
  readonly made: LayerOutput;
}

/** @returns undefined where the layer's weighted sums are needed and have not come */
export function stepValues(
  step: WalkStep,
  inside: Inside,
  answers: LayerAnswers | undefined,
): StepValues | undefined {
  if (step.kind === 'image') {
    const image: LayerOutput = { shape: [INPUT_SIDE, INPUT_SIDE, 1], values: inside.image };
    return { given: image, made: image };
  }
  const { kind, layer, plan } = step;
  const given: LayerOutput = { shape: plan.input, values: inputOf(inside, layer) };
  const output = inside.outputs[layer];
  const sums = plan.isActivated ? answers?.sums.get(layer) : output;
  switch (kind) {
    case 'conv':
    case 'separable-conv':
    case 'max-pool':
    case 'avg-pool':
    case 'global-avg-pool':
    case 'batch-norm':
      return sums && { given, made: sums };
    case 'dense':
      return sums && { given: inOneLine(given), made: sums };
    case 'residual':
      return output && { given, around: { ...given, values: givenTo(inside, layer).around }, made: output };
    case 'activation':
      return sums && output && { given: sums, made: output };
    case 'flatten':
      return { given, made: inOneLine(given) };
    case 'dropout':
      return { given, made: given };
    case 'softmax':
      return output && { given: output, made: { shape: output.shape, values: softmax(output.values) } };
    default:
      return kind satisfies never;
  }
}

/** All values one after the other: they lie so already. */
const inOneLine = ({ shape, values }: LayerOutput): LayerOutput => ({ shape: [sizeOf(shape)], values });

/** Where on the maps that a step is given one value of what it makes comes from; undefined where those are no maps. */
export function windowOf(step: WalkStep, { given }: StepValues, place: Place): Area | undefined {
  const { y, x } = sourceOf(step, place);
  if (given.shape.length === 1) return undefined;
  const pixel = { top: y, left: x, bottom: y + 1, right: x + 1 };
  if (step.kind === 'image' || step.kind === 'activation' || step.kind === 'flatten') return pixel;
  return windowAt(step.plan, y, x);
}

/**
 * Where the value under the window stands, of steps that look at one of them alone.
 * @param place - in what the step makes
 */
export function sourceOf(step: WalkStep, place: Place): Place {
  return step.kind === 'flatten' ? placeOf(step.plan.input, place.channel) : place;
}

export const valueAt = ({ shape, values }: LayerOutput, place: Place): number =>
  values[indexOf(shape, place)] ?? 0;
