import type { LabelledImages } from '../../data/dataset';
import { inkAt } from '../../data/grey';
import type { DeadUnits } from '../../metrics/conclusions/run-facts';
import type { Settings } from '../../model/settings';
import { type LayerPlan, planOf, readingLayers } from '../../model/shapes';
import type { LayerOutput } from '../../protocol/inspect';
import type { NetworkRuntime } from '../train-step/network-runtime';

/** A unit that is 0 in all of so many images is, with 95 % confidence, above 0 in less than 1.5 of 100 (3 / n). */
const IMAGES = 200;

/**
 * The filters and units behind a ReLU that are 0 everywhere in each of the first images.
 * @param positions - in `images`
 * @param yieldToEventLoop - called after each image
 * @param isWanted - asked before each image
 * @returns one a layer that is activated, input side first; none where the activation is no ReLU; undefined once they
 * are not wanted any more
 */
export async function deadUnits(
  {
    runtime,
    settings,
  }: {
    readonly runtime: Pick<NetworkRuntime, 'activations'>;
    readonly settings: Pick<Settings, 'network' | 'activation'>;
  },
  images: LabelledImages,
  positions: Uint32Array,
  yieldToEventLoop: () => Promise<void>,
  isWanted: () => boolean,
): Promise<readonly DeadUnits[] | undefined> {
  if (settings.activation !== 'relu') return [];
  const layers = readingLayers(planOf(settings.network)).flatMap((plan, layer) =>
    plan.isActivated ? [{ layer, alive: new Array<boolean>(unitsOf(plan)).fill(false) }] : [],
  );
  const looked = positions.subarray(0, IMAGES);
  for (const position of looked) {
    if (!isWanted()) return undefined;
    const outputs = await runtime.activations(inkAt(images, position));
    for (const { layer, alive } of layers) markAlive(alive, outputs[layer]);
    await yieldToEventLoop();
  }
  return layers.map(({ layer, alive }) => ({
    layer,
    dead: alive.flatMap((isAlive, unit) => (isAlive ? [] : [unit])),
    units: alive.length,
    images: looked.length,
  }));
}

const unitsOf = ({ output }: LayerPlan): number => output[output.length - 1] as number;

function markAlive(alive: boolean[], output: LayerOutput | undefined): void {
  for (const [i, value] of (output?.values ?? []).entries()) {
    if (value > 0) alive[i % alive.length] = true;
  }
}
