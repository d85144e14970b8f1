import { rangeOf, type ScaleExtent, unionOf, type ValueRange } from '../../../charts/value-range';
import type { LayerPlan } from '../../../model/shapes';
import type { Inquiries } from '../../../protocol/engine-api';
import type { LayerOutput, LayerWeights, NormWeights } from '../../../protocol/inspect';
import type { Inside } from './inside';

/** Which values of a layer are shown: its weighted sums, or its outputs. */
export type Stage = 'before' | 'after';

/** What the engine was asked about a layer. */
export interface LayerAnswers {
  /** Undefined for a layer that learns nothing. */
  readonly weights: LayerWeights | NormWeights | undefined;
  /** Weighted sums by the number of the layer, as far as they were asked for. */
  readonly sums: ReadonlyMap<number, LayerOutput>;
}

/** The activation changes what the layer computes; pooling and the logits have none. */
export const hasActivation = ({ isActivated }: LayerPlan): boolean => isActivated;

/** Layers that share the scale 'network': all but the logits, which have no activation and a range of their own. */
const sharesScale = ({ isOutput }: LayerPlan): boolean => !isOutput;

/** Asks for what the outputs don't tell: the layer's weights, and weighted sums as far as they are shown. */
export function askAbout(
  layers: readonly LayerPlan[],
  image: Float32Array,
  layer: number,
  stage: Stage,
  extent: ScaleExtent,
): (
  inquiries: Pick<Inquiries, 'weights' | 'normalisation' | 'weightedSums'>,
) => Promise<LayerAnswers | undefined> {
  const wanted = layers.flatMap((plan, number) => {
    const isShown = number === layer || (extent === 'network' && sharesScale(plan));
    return stage === 'before' && isShown && hasActivation(plan) ? [number] : [];
  });
  return async (inquiries) => {
    const [weights, norm, ...sums] = await Promise.all([
      inquiries.weights([layer]),
      inquiries.normalisation(layer),
      ...wanted.map((number) => inquiries.weightedSums(image, number)),
    ]);
    return (
      weights && {
        weights: weights[0] ?? norm,
        sums: new Map(sums.flatMap((sum, i) => pair(wanted[i], sum))),
      }
    );
  };
}

const pair = (layer: number | undefined, sum: LayerOutput | undefined): [number, LayerOutput][] =>
  layer === undefined || !sum ? [] : [[layer, sum]];

/** What is shown of a layer; undefined while its weighted sums are on their way. */
export function shownValues(
  { layers, outputs }: Inside,
  layer: number,
  stage: Stage,
  answers: LayerAnswers | undefined,
): LayerOutput | undefined {
  const plan = layers[layer];
  return stage === 'before' && plan && hasActivation(plan) ? answers?.sums.get(layer) : outputs[layer];
}

/**
 * The ranges that colour scales of a layer's maps span.
 * @returns by map (one for all of a vector)
 */
export function mapRanges(
  inside: Inside,
  layer: number,
  stage: Stage,
  extent: ScaleExtent,
  answers: LayerAnswers | undefined,
): (filter: number) => ValueRange {
  const plan = inside.layers[layer];
  const shown = shownValues(inside, layer, stage, answers);
  if (!plan || !shown) return () => ({ min: 0, max: 0 });
  const [, , channels = 1] = shown.shape;
  if (extent === 'map') return (filter) => rangeOf(shown.values, channels > 1 ? filter : 0, channels);
  if (extent === 'layer' || !sharesScale(plan)) {
    const range = rangeOf(shown.values);
    return () => range;
  }
  const all = inside.layers.flatMap((other, number) => {
    const values = sharesScale(other) && shownValues(inside, number, stage, answers)?.values;
    return values ? [rangeOf(values)] : [];
  });
  const range = unionOf(all);
  return () => range;
}
