/**
 * An image in another size: made smaller, each pixel is the mean of the area that it covers; made larger, what lies
 * between its four neighbours.
 * @param pixels - [height, width] row by row
 * @returns [rows, columns]
 */
export function resample(
  pixels: Float32Array,
  height: number,
  width: number,
  rows: number,
  columns: number,
): Float32Array {
  if (height === rows && width === columns) return pixels.slice(0, height * width);
  const narrow = along(width, columns);
  const low = along(height, rows);
  const half = new Float32Array(height * columns);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < columns; column++) {
      let sum = 0;
      for (const [from, share] of narrow[column] ?? []) sum += share * (pixels[row * width + from] as number);
      half[row * columns + column] = sum;
    }
  }
  const out = new Float32Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      let sum = 0;
      for (const [from, share] of low[row] ?? []) sum += share * (half[from * columns + column] as number);
      out[row * columns + column] = sum;
    }
  }
  return out;
}

type Shares = readonly (readonly [from: number, share: number])[];

/** Of which pixels each of `count` new ones is made. */
function along(length: number, count: number): Shares[] {
  const extent = length / count;
  return Array.from({ length: count }, (_, part) =>
    extent >= 1
      ? areaOf(part * extent, (part + 1) * extent, length)
      : betweenOf((part + 0.5) * extent - 0.5, length),
  );
}

function areaOf(from: number, to: number, length: number): Shares {
  const shares: [number, number][] = [];
  for (let pixel = Math.floor(from); pixel < Math.min(length, Math.ceil(to - 1e-9)); pixel++) {
    shares.push([pixel, (Math.min(to, pixel + 1) - Math.max(from, pixel)) / (to - from)]);
  }
  return shares;
}

function betweenOf(middle: number, length: number): Shares {
  const at = Math.max(0, Math.min(length - 1, middle));
  const before = Math.floor(at);
  const share = at - before;
  return share === 0
    ? [[before, 1]]
    : [
        [before, 1 - share],
        [before + 1, share],
      ];
}
