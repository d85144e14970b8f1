import { classesOf } from '../model/network';
import type { TrainedNetwork } from '../model/trained-network';

/** Which class each output of a file's network stands for: every class once. */
export type ClassOrder = readonly number[];

export const usualOrder = (classes: number): ClassOrder =>
  Array.from({ length: classes }, (_, label) => label);

export const isClassOrder = (order: ClassOrder, classes: number): boolean =>
  order.length === classes && usualOrder(classes).every((label) => order.includes(label));

/**
 * The network whose outputs come in the usual order: output `order[i]` is what output i was.
 * @throws RangeError where a class is missing
 */
export function inUsualOrder(network: TrainedNetwork, order: ClassOrder): TrainedNetwork {
  const classes = classesOf(network.settings.network);
  if (!isClassOrder(order, classes)) throw new RangeError('not every class once');
  // The last layer is a dense one: its kernel [in, classes] and its bias [classes] lie last.
  const inner = network.weights.slice(0, -2);
  const last = network.weights.slice(-2).map((values) => {
    const moved = new Float32Array(values.length);
    for (const [i, value] of values.entries()) {
      moved[i - (i % classes) + (order[i % classes] as number)] = value;
    }
    return moved;
  });
  return { ...network, weights: [...inner, ...last] };
}
