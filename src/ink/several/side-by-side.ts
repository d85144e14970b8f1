/** Where a part of a drawing lies, pixels of the pad; right and bottom not less than left and top. */
export interface Extent {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Parts that overlap by more than this share of the narrower one's width stand above each other: they are of one digit. */
const OVERLAP = 0.3;
/** Nearer than this, in heights of the line, parts touch: a stem set apart from its loop, the second stroke of a 4. */
const TOUCHING = 0.07;
/** Lower than this, in heights of the tallest, is no digit but a bar or a dot of its neighbour. */
const LEAST_HEIGHT = 0.45;
/** Share of the lower one's height in which a digit stands beside the one before: lines may slope. */
const LEAST_BESIDE = 0.5;

/**
 * Which parts of a drawing are of one digit, where several stand side by side in a line.
 * @param parts - strokes, or pieces of ink
 * @param distance - between two parts, by their numbers, pixels
 * @returns the numbers of the parts of each digit, from left to right; a single list where it is one digit, or no line
 */
export function sideBySide(
  parts: readonly Extent[],
  distance: (a: number, b: number) => number,
): readonly (readonly number[])[] {
  const all = [...parts.keys()];
  const line = joint(parts);
  const height = line.bottom - line.top;
  const belong = (a: readonly number[], b: readonly number[]) =>
    overlap(jointOf(parts, a), jointOf(parts, b)) > OVERLAP ||
    a.some((i) => b.some((j) => distance(i, j) < TOUCHING * height));
  const groups = withoutBits(
    merged(
      all.map((part) => [part]),
      belong,
    ),
    parts,
  );
  const extents = groups.map((group) => jointOf(parts, group));
  const isLine = extents.every((extent, i) => i === 0 || areBeside(extents[i - 1] as Extent, extent));
  return isLine ? groups : [all];
}

type Group = readonly number[];

/** Joins groups that belong together until none do, from left to right. */
function merged(groups: readonly Group[], belong: (a: Group, b: Group) => boolean): Group[] {
  const left = [...groups];
  for (let i = 0; i < left.length; i++) {
    for (let j = i + 1; j < left.length; j++) {
      if (!belong(left[i] as Group, left[j] as Group)) continue;
      left[i] = [...(left[i] as Group), ...(left[j] as Group)];
      left.splice(j, 1);
      // What is larger now may reach others that were passed.
      [i, j] = [-1, left.length];
    }
  }
  return left;
}

/** Gives what is too low for a digit to the nearest one; from left to right. */
function withoutBits(groups: readonly Group[], parts: readonly Extent[]): Group[] {
  const tallest = Math.max(...groups.map((group) => heightOf(jointOf(parts, group))));
  const isDigit = (group: Group) => heightOf(jointOf(parts, group)) >= LEAST_HEIGHT * tallest;
  const digits = groups.filter(isDigit).map((group) => [...group]);
  for (const bit of groups.filter((group) => !isDigit(group))) {
    const apart = (group: Group) => -overlap(jointOf(parts, bit), jointOf(parts, group));
    const [nearest] = [...digits].sort((a, b) => apart(a) - apart(b));
    nearest?.push(...bit);
  }
  return digits.sort((a, b) => jointOf(parts, a).left - jointOf(parts, b).left);
}

/** And not one above the other. */
function areBeside(a: Extent, b: Extent): boolean {
  const common = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return common >= LEAST_BESIDE * Math.min(heightOf(a), heightOf(b));
}

const heightOf = ({ top, bottom }: Extent): number => bottom - top;

/** Of their columns, as a share of the narrower one's; below 0 where there is room between them. */
function overlap(a: Extent, b: Extent): number {
  // An upright line has a column, too.
  const narrower = 1 + Math.min(a.right - a.left, b.right - b.left);
  return (1 + Math.min(a.right, b.right) - Math.max(a.left, b.left)) / narrower;
}

/** Around some parts, by their numbers. */
export const jointOf = (parts: readonly Extent[], group: readonly number[]): Extent =>
  joint(group.map((part) => parts[part] as Extent));

const joint = (parts: readonly Extent[]): Extent => ({
  left: Math.min(...parts.map(({ left }) => left)),
  right: Math.max(...parts.map(({ right }) => right)),
  top: Math.min(...parts.map(({ top }) => top)),
  bottom: Math.max(...parts.map(({ bottom }) => bottom)),
});
