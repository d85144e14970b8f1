import { type ColourScale, colourPixel } from './colour-scale';

/** Small pictures of one size. */
export interface Pictures {
  readonly count: number;
  readonly width: number;
  readonly height: number;
  /** [count, height, width] */
  readonly values: Float32Array;
}

/** How they lie beside each other, pixels. */
export interface GridLayout {
  readonly columns: number;
  readonly rows: number;
  /** Side of one value. */
  readonly zoom: number;
  readonly cell: { readonly width: number; readonly height: number };
  readonly gap: number;
  readonly width: number;
  readonly height: number;
}

/** Beyond so many, pictures are small. */
const MANY = 64;
const SIDE = { few: 40, many: 25 } as const;
const GAP = 6;

/** As many in a row as fit, each value a square of whole pixels. */
export function gridLayout(pictures: Omit<Pictures, 'values'>, room: number): GridLayout {
  const { count, width, height } = pictures;
  const wanted = count > MANY ? SIDE.many : SIDE.few;
  const zoom = Math.max(1, Math.round(wanted / Math.max(width, height, 1)));
  const cell = { width: width * zoom, height: height * zoom };
  const columns = Math.max(1, Math.min(count, Math.floor((room + GAP) / (cell.width + GAP))));
  const rows = Math.ceil(count / columns);
  const span = (cells: number, side: number) => Math.max(1, cells * (side + GAP) - GAP);
  return {
    columns,
    rows,
    zoom,
    cell,
    gap: GAP,
    width: span(columns, cell.width),
    height: span(rows, cell.height),
  };
}

/**
 * All pictures as one, transparent between them.
 * @param scaleOf - the colours of a picture
 * @returns red, green, blue, alpha, [height, width, 4]
 */
export function gridPixels(
  { count, width, values }: Pictures,
  { columns, zoom, cell, gap, ...layout }: GridLayout,
  scaleOf: (picture: number) => ColourScale,
): Uint8ClampedArray<ArrayBuffer> {
  const rgba = new Uint8ClampedArray(layout.width * layout.height * 4);
  const size = (cell.width / zoom) * (cell.height / zoom);
  for (let picture = 0; picture < count; picture++) {
    const scale = scaleOf(picture);
    const top = Math.floor(picture / columns) * (cell.height + gap);
    const left = (picture % columns) * (cell.width + gap);
    for (let y = 0; y < cell.height; y++) {
      for (let x = 0; x < cell.width; x++) {
        const place = Math.floor(y / zoom) * width + Math.floor(x / zoom);
        const value = values[picture * size + place] as number;
        if (Number.isFinite(value)) colourPixel(rgba, (top + y) * layout.width + left + x, scale, value);
      }
    }
  }
  return rgba;
}

/** Where an arrow key leads from one of `count` cells; undefined for other keys. Edges hold. */
export function cellAfter(key: string, at: number, count: number, columns: number): number | undefined {
  const steps: Record<string, number> = {
    ArrowLeft: -1,
    ArrowRight: 1,
    ArrowUp: -columns,
    ArrowDown: columns,
    Home: -at,
    End: count - 1 - at,
  };
  const step = steps[key];
  if (step === undefined) return undefined;
  const next = at + step;
  return next >= 0 && next < count ? next : at;
}
