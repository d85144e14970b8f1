import type { Network } from '../../model/network';
import { type NetworkPlan, planOf, sizeOf, type WeightShape } from '../../model/shapes';
import { modulesOf } from './modules';

/** A tensor of PyTorch's state_dict and what it is in the lab. */
interface TorchTensor {
  /** Such as `conv1.weight`. */
  readonly name: string;
  /** In the lab, channels last. */
  readonly weight: WeightShape;
  /** Of a dense layer that reads maps: [height, width, channels]. */
  readonly maps: readonly number[] | undefined;
  /** In PyTorch, channels first. */
  readonly shape: readonly number[];
  /** For each value in PyTorch's order, its place in the lab's. */
  readonly order: Uint32Array;
}

/** In the order of the plan. */
export const torchTensors = (network: Network): TorchTensor[] => tensorsOf(planOf(network));

function tensorsOf({ layers }: NetworkPlan): TorchTensor[] {
  const modules = modulesOf(layers);
  return layers.flatMap(({ weights, layer, input }, at) => {
    const names = (modules[at] ?? []).flatMap(({ name, tensors }) => tensors.map((own) => `${name}.${own}`));
    return weights.map((weight, i) => {
      const maps =
        layer.type === 'dense' && input.length === 3 && weight.role === 'kernel' ? input : undefined;
      return { name: names[i] as string, weight, maps, ...inTorch(weight, maps) };
    });
  });
}

function inTorch(
  { role, shape }: WeightShape,
  maps: TorchTensor['maps'],
): Pick<TorchTensor, 'shape' | 'order'> {
  if (role === 'depthwise') return permuted(shape, [2, 3, 0, 1]);
  if (shape.length === 4) return permuted(shape, [3, 2, 0, 1]);
  if (shape.length === 1) return permuted(shape, [0]);
  const [, outputs = 1] = shape;
  // PyTorch flattens maps channel by channel.
  const { order } = maps ? permuted([...maps, outputs], [3, 2, 0, 1]) : permuted(shape, [1, 0]);
  return { shape: [...shape].reverse(), order };
}

/** A tensor with its axes in another order. @param axes - for each new axis, the old one */
function permuted(shape: readonly number[], axes: readonly number[]): Pick<TorchTensor, 'shape' | 'order'> {
  const strides = shape.map((_, axis) => sizeOf(shape.slice(axis + 1)));
  const sides = axes.map((axis) => shape[axis] as number);
  const order = new Uint32Array(sizeOf(shape));
  for (let i = 0; i < order.length; i++) {
    let [rest, place] = [i, 0];
    for (let axis = axes.length - 1; axis >= 0; axis--) {
      const side = sides[axis] as number;
      place += (rest % side) * (strides[axes[axis] as number] as number);
      rest = Math.floor(rest / side);
    }
    order[i] = place;
  }
  return { shape: sides, order };
}

export const toTorch = ({ order }: TorchTensor, values: Float32Array): Float32Array =>
  Float32Array.from(order, (place) => values[place] as number);

export function fromTorch({ order }: TorchTensor, values: Float32Array): Float32Array {
  const own = new Float32Array(order.length);
  order.forEach((place, i) => {
    own[place] = values[i] as number;
  });
  return own;
}
