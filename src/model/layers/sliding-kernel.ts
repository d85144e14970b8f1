import { z } from 'zod';
import { type Shape, type ShapeProblem, whole } from './layer';
import { windowedSide } from './windows';

export const CONV_LIMITS = { filters: [1, 256], kernel: [1, 7], convStride: [1, 2] } as const;

/** What convolutions of all types have: square kernels that slide over maps. */
export const slidingSchema = <Type extends 'conv' | 'separable-conv'>(type: Type) =>
  z.strictObject({
    type: z.literal(type),
    /** maps that it makes */
    filters: whole(CONV_LIMITS.filters),
    /** side of a kernel, pixels */
    kernel: whole(CONV_LIMITS.kernel),
    stride: whole(CONV_LIMITS.convStride),
    padding: z.enum(['valid', 'same']),
  });

type SlidingKernel = Omit<z.infer<ReturnType<typeof slidingSchema<'conv'>>>, 'type'>;

/** `c16k3s2same`, after the letter of the type. */
export const formatSliding = (letter: string, { filters, kernel, stride, padding }: SlidingKernel): string =>
  `${letter}${filters}k${kernel}${stride === 1 ? '' : `s${stride}`}${padding === 'same' ? 'same' : ''}`;

/** The reverse; undefined for another token. */
export function parseSliding(letter: string, token: string): SlidingKernel | undefined {
  const pattern = new RegExp(`^${letter}(\\d{1,5})k(\\d{1,4})(?:s(\\d{1,4}))?(same)?$`);
  const [found, filters, kernel, stride = 1, same] = pattern.exec(token) ?? [];
  if (found === undefined) return undefined;
  return {
    filters: Number(filters),
    kernel: Number(kernel),
    stride: Number(stride),
    padding: same ? 'same' : 'valid',
  };
}

/** The maps in front of a convolution, and those that it makes; or why it can't. */
export function slidOver(
  { filters, kernel, stride, padding }: SlidingKernel,
  input: Shape,
): { readonly channels: number; readonly output: readonly [number, number, number] } | ShapeProblem {
  if (input.length === 1) return { code: 'maps-after-dense' };
  const [height, width, channels] = input;
  if (padding === 'valid' && height < kernel) return { code: 'too-small', side: height, needs: kernel };
  const side = (length: number) => windowedSide(length, kernel, stride, padding);
  return { channels, output: [side(height), side(width), filters] };
}
