import { CLASSES } from '../model/network';
import type { TrainedNetwork } from '../model/trained-network';

/** Which class each output of a file's network stands for: every class once. */
export type ClassOrder = readonly number[];

export const USUAL_ORDER: ClassOrder = Array.from({ length: CLASSES }, (_, digit) => digit);

export const isClassOrder = (order: ClassOrder): boolean =>
  order.length === CLASSES && USUAL_ORDER.every((digit) => order.includes(digit));

/**
 * The network whose outputs come in the usual order: output `order[i]` is what output i was.
 * @throws RangeError where a class is missing
 */
export function inUsualOrder(network: TrainedNetwork, order: ClassOrder): TrainedNetwork {
  if (!isClassOrder(order)) throw new RangeError('not every class once');
  // The last layer is a dense one: its kernel [in, 10] and its bias [10] lie last.
  const inner = network.weights.slice(0, -2);
  const last = network.weights.slice(-2).map((values) => {
    const moved = new Float32Array(values.length);
    for (const [i, value] of values.entries()) {
      moved[i - (i % CLASSES) + (order[i % CLASSES] as number)] = value;
    }
    return moved;
  });
  return { ...network, weights: [...inner, ...last] };
}
