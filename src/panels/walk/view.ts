import { activatedValue } from '../../model/plain/activation';
import type { Arithmetic } from '../shared/arithmetic/arithmetic';
import { arithmeticAt } from '../shared/arithmetic/arithmetic-at';
import { givenTo, type Inside } from '../shared/arithmetic/inside';
import type { Place } from '../shared/arithmetic/picture';
import type { LayerAnswers } from '../shared/arithmetic/shown-values';
import { type StepValues, stepValues } from './step-values';
import { isOwn, type WalkStep } from './walk-steps';

/** All that is needed to show one step. */
export interface View {
  readonly step: WalkStep;
  /** Its place among all steps. */
  readonly at: number;
  readonly inside: Inside;
  readonly answers: LayerAnswers | undefined;
  readonly values: StepValues;
}

/** @returns undefined while what the engine was asked for is on its way */
export function viewOf(
  step: WalkStep | undefined,
  at: number,
  inside: Inside,
  answers: LayerAnswers | undefined,
): View | undefined {
  if (!step || (needsAnswers(step) && !answers)) return undefined;
  const values = stepValues(step, inside, answers);
  return values && { step, at, inside, answers, values };
}

const needsAnswers = (step: WalkStep): boolean => isOwn(step) && step.kind !== 'softmax';

/**
 * How the layer of a step comes to a value, up to its activation, which is a step of its own.
 * @returns undefined for what no layer computes
 */
export function arithmeticOf({ step, inside, answers }: View, place: Place): Arithmetic | undefined {
  if (step.kind !== 'image' && step.kind === step.plan.layer.type) {
    const plan = { ...step.plan, isActivated: false };
    return arithmeticAt(plan, givenTo(inside, step.layer), answers?.weights, inside.activation, place);
  }
  return undefined;
}

/** The input map that weighs the most in a value: of many, most say nothing. */
export function weightiestChannel(arithmetic: Arithmetic | undefined): number {
  if (arithmetic?.kind !== 'conv' && arithmetic?.kind !== 'separable') return 0;
  const sums = arithmetic.channels.map((one) => Math.abs('product' in one ? one.product : one.sum));
  return sums.indexOf(Math.max(...sums));
}

/** What the numbers that are shown come to; undefined where they are the value itself. */
export function foundIn(
  { step, inside }: View,
  arithmetic: Arithmetic | undefined,
  given: number,
): number | undefined {
  if (step.kind === 'activation') return activatedValue(given, inside.activation);
  return arithmetic?.output;
}
