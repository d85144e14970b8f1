import type { PlacedLayer, Windows } from './layer';

type Padding = 'valid' | 'same';

/** Side of the output of a sliding window, TensorFlow's rule for 'valid' and 'same'. */
export function windowedSide(side: number, window: number, stride: number, padding: Padding): number {
  return padding === 'same' ? Math.ceil(side / stride) : Math.floor((side - window) / stride) + 1;
}

/**
 * Zeros in front of the first pixel and behind the last: 'same' padding makes the output as large as the input divided
 * by the stride, and puts an odd zero behind the last pixel (TensorFlow's rule).
 */
export function paddingAround(side: number, window: number, stride: number, padding: Padding) {
  if (padding === 'valid') return { before: 0, after: 0 };
  const reach = (windowedSide(side, window, stride, padding) - 1) * stride + window;
  const zeros = Math.max(0, reach - side);
  const before = Math.floor(zeros / 2);
  return { before, after: zeros - before };
}

/** Sizes of a layer with maps, and where its windows lie. */
export interface MapSizes extends Windows {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly rows: number;
  readonly columns: number;
  readonly filters: number;
}

/** @throws RangeError for a layer without maps */
export function mapSizes({ input, output }: Omit<PlacedLayer<unknown>, 'layer'>, windows: Windows): MapSizes {
  if (input.length === 1 || output.length === 1) throw new RangeError('a layer without maps');
  const [height, width, channels] = input;
  const [rows, columns, filters] = output;
  return { ...windows, height, width, channels, rows, columns, filters };
}
