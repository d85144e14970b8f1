import type { Target } from '../target';

/** Where a kernel is to run. */
export interface Site {
  readonly target: Target;
  /** WGSL of what it is told of the step. */
  readonly slot: string;
}

/** Names of the buffers that belong to an operation or to the values between two. */
export const valuesBuffer = (index: number) => `values ${index}`;
/** Gradients of the loss by the input of the activation that made the values. */
export const gradientBuffer = (index: number) => `gradient ${index}`;
/** The same image by image, each filled up to whole vectors. */
export const rowsBuffer = (index: number) => `rows ${index}`;
/** In which pixel of its window each pooled value was found; a byte for each of four neighbouring channels. */
export const placesBuffer = (index: number) => `places ${index}`;

/**
 * WGSL for four neighbouring values of one image as a vector.
 * @param at - of the first
 * @param missing - how many of the four there are none of; these are 0
 */
export function four(name: string, at: string, capacity: number, missing: string | undefined): string {
  const parts = [0, 1, 2, 3].map((i) => {
    const part = `${name}[${at} + ${i * capacity}]`;
    return i === 0 || missing === undefined ? part : `select(0.0, ${part}, ${missing} > ${i})`;
  });
  return `vec4f(${parts.join(', ')})`;
}

/** WGSL for the four places of a word. */
export const unpacked = (word: string): string =>
  `((vec4u(${word}) >> vec4u(0u, 8u, 16u, 24u)) & vec4u(255u))`;

/** Invocations of a workgroup over images. */
export const workers = ({ lanes, images }: Target): number => lanes / images;

/** WGSL of `image`, the first image of an invocation; the others lie as many as there are `workers` apart. */
export const firstImage = ({ images }: Target): string =>
  images === 1 ? '  let image = id.x;' : `  let image = (id.x - local.x) * ${images} + local.x;`;
