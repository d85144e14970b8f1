import { useState } from 'react';
import { isConvolution } from '../../model/network';
import type { LayerOutput } from '../../protocol/inspect';
import { highestIn, type Place, placeOf, within } from '../shared/arithmetic/picture';
import { useActions, useLab } from '../shared/use-lab';
import type { View } from './view';
import { isOwn, layerOf, stepOfLayer, type WalkStep } from './walk-steps';

/** A map or unit, and where in the map; left open, where it is highest. */
interface Picked {
  readonly channel: number;
  readonly at?: Pick<Place, 'y' | 'x'>;
}

interface Steps {
  readonly at: number;
  readonly step: WalkStep | undefined;
  readonly go: (to: number) => void;
  /** The value that is taken apart. */
  readonly placeIn: (view: View) => Place;
  readonly pick: (place: Place) => void;
  /** A map, at its highest value. */
  readonly pickMap: (channel: number) => void;
}

/**
 * Where the walk is. The layer in sight is the one that is selected on the page, and its map or unit too, so that
 * whatever else shows them goes along; who selects a layer elsewhere leads the walk there.
 */
export function useSteps(steps: readonly WalkStep[]): Steps {
  const { layer, filter } = useLab((state) => state.selection);
  const { select } = useActions();
  const [walked, setWalked] = useState<{ layer: number | undefined; at: number; picked?: Picked }>();
  const isWalked = walked !== undefined && walked.layer === layer && walked.at < steps.length;
  const at = isWalked ? walked.at : stepOfLayer(steps, layer);
  const step = steps[at];
  const ofSelection: Picked | undefined =
    filter !== undefined && step && isOwn(step) ? { channel: filter } : undefined;
  const picked = isWalked && walked.picked ? walked.picked : ofSelection;

  return {
    at,
    step,
    go,
    placeIn,
    pick: ({ channel, y, x }) => put({ channel, at: { y, x } }),
    pickMap: (channel) => put({ channel }),
  };

  function go(to: number): void {
    const next = steps[to];
    if (!next) return;
    const kept = step && keptAlong(step, next, picked);
    setWalked({ layer: layerOf(next), at: to, ...(kept && { picked: kept }) });
    select({ layer: layerOf(next), filter: kept && isOwn(next) ? kept.channel : undefined });
  }

  function put(chosen: Picked): void {
    setWalked({ layer, at, picked: chosen });
    if (step && isOwn(step)) select({ layer, filter: chosen.channel });
  }

  function placeIn({ step: shown, inside, values: { made } }: View): Place {
    // As it is after the activation: what stands out there is worth a look before it too.
    const after = (isOwn(shown) && inside.outputs[layerOf(shown) ?? 0]) || made;
    const chosen = shown === step ? picked : undefined;
    if (!chosen) return highestOfAll(after);
    const place = { y: 0, x: 0, ...chosen.at, channel: chosen.channel };
    return chosen.at ? within(made.shape, place) : highestIn(after, within(made.shape, place).channel);
  }
}

/** What was picked in one step, as far as it means something in another. */
function keptAlong(from: WalkStep, to: WalkStep, picked: Picked | undefined): Picked | undefined {
  if (!picked || !isOwn(from) || !isOwn(to) || from.kind === 'image' || to.kind === 'image') return undefined;
  if (from.layer === to.layer) return picked;
  const later = from.layer < to.layer ? to : from;
  const { layer, input } = later.plan;
  // A pooled or normalised map comes from the map of the same number; a convolution sees them all.
  const isMapByMap = input.length === 3 && layer.type !== 'dense' && !isConvolution(layer);
  return isMapByMap && Math.abs(from.layer - to.layer) === 1 ? { channel: picked.channel } : undefined;
}

/** Where a layer is highest. */
function highestOfAll({ shape, values }: LayerOutput): Place {
  let best = 0;
  for (const [i, value] of values.entries()) if (value > (values[best] ?? 0)) best = i;
  return placeOf(shape, best);
}
