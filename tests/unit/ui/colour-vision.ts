/** Red, green, blue, each 0 to 1, linear in light. */
export type Linear = readonly [number, number, number];

/**
 * What is left of a colour without one kind of cone: Machado, Oliveira and Fernandes, 'A Physiologically-based Model
 * for Simulation of Color Vision Deficiency', IEEE TVCG 15(6), 2009, at severity 1; on linear sRGB.
 */
const SIGHTS = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
  'all cones': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
} as const;

export type Sight = keyof typeof SIGHTS;
export const EVERY_SIGHT = Object.keys(SIGHTS) as Sight[];

const times = (rows: readonly (readonly number[])[], colour: Linear): Linear =>
  rows.map((row) => row.reduce((sum, factor, i) => sum + factor * (colour[i] ?? 0), 0)) as unknown as Linear;

/** As someone of that sight sees it. */
export const seenBy = (sight: Sight, colour: Linear): Linear =>
  times(SIGHTS[sight], colour).map((part) => Math.min(1, Math.max(0, part))) as unknown as Linear;

/** @param part - of sRGB, 0 to 255 */
const toLinear = (part: number): number => {
  const share = part / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};

/** @param bytes - red, green, blue, 0 to 255 */
export const fromBytes = (bytes: readonly number[]): Linear => bytes.map(toLinear) as unknown as Linear;

/** @param hex - '#rrggbb' */
export const fromHex = (hex: string): Linear =>
  fromBytes([1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)));

const luminance = ([red, green, blue]: Linear) => 0.2126 * red + 0.7152 * green + 0.0722 * blue;

/** WCAG 2.2, 1 to 21. */
export function contrast(one: Linear, other: Linear): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** CIE 1976 L*a*b* of linear sRGB, D65. */
function lab(colour: Linear): Linear {
  const xyz = times(
    [
      [0.4124564, 0.3575761, 0.1804375],
      [0.2126729, 0.7151522, 0.072175],
      [0.0193339, 0.119192, 0.9503041],
    ],
    colour,
  );
  const white = [0.95047, 1, 1.08883];
  const [x = 0, y = 0, z = 0] = xyz.map((part, i) => {
    const share = part / (white[i] ?? 1);
    return share > 216 / 24_389 ? Math.cbrt(share) : ((24_389 / 27) * share + 16) / 116;
  });
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** Distance in L*a*b* (ΔE*ab, CIE 1976): 2.3 is just to be noticed side by side; 100 is black from white. */
export function difference(one: Linear, other: Linear): number {
  const [a, b] = [lab(one), lab(other)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}
