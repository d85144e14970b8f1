import { CLASS_LIMITS } from '../../model/input.ts';
import { type DataPlace, refusal } from '../dataset.ts';
import { type RawArray, shapeText, wholeAt } from '../raw-array.ts';

/** Labels as they are given: whole numbers of any range. */
export interface RawLabels {
  readonly values: Int32Array;
  /** Each was given as some numbers, of which one is 1 and the others 0. */
  readonly isOneHot: boolean;
  readonly place: DataPlace;
}

/** More classes than there are letters and digits are no labels. */
const [, MOST_CLASSES] = CLASS_LIMITS;
const SHAPES = '(n), (n, 1), (n, 10)';

/** As many labels as an array may hold; undefined where it can hold none. */
export function countOfLabels({ shape, isWhole, range, texts }: RawArray): number | undefined {
  const sides = shape.filter((length) => length !== 1);
  const [count = 1, classes] = sides;
  // Names of files, and the like.
  if (texts && range.most >= MOST_CLASSES) return undefined;
  if (!isWhole || sides.length > 2 || shape.length === 0) return undefined;
  const mayBeOneHot = classes !== undefined && classes <= MOST_CLASSES && range.most <= 1;
  return classes === undefined || mayBeOneHot ? count : undefined;
}

/**
 * Labels of an array (n), (n, 1) or (1, n) of whole numbers, or (n, classes), one-hot, of any type.
 * @throws DataError shape, dtype, label-range
 */
export function rawLabelsOf(array: RawArray): RawLabels {
  const { shape, place, kept, view } = array;
  const [first, second] = shape;
  const isLine = shape.length === 1 || (shape.length === 2 && (first === 1 || second === 1));
  if (isLine) {
    const count = shape.reduce((product, length) => product * length, 1);
    const positionOf = (i: number) => (view ? view.offset + i * view.stride : i);
    const values = Int32Array.from({ length: count }, (_, i) => {
      const label = wholeAt(kept, positionOf(i));
      if (label === undefined) throw refusal('dtype', place, { found: array.dtype });
      return label;
    });
    return { values, isOneHot: false, place };
  }
  const isOneHot = shape.length === 2 && first !== undefined && second !== undefined && second >= 10;
  if (!isOneHot || second > MOST_CLASSES)
    throw refusal('shape', place, { found: shapeText(shape), wanted: SHAPES });
  return { values: ofOneHot(array, first, second), isOneHot: true, place };
}

function ofOneHot({ kept, fortranOrder, place }: RawArray, count: number, classes: number): Int32Array {
  return Int32Array.from({ length: count }, (_, i) => {
    const row = Array.from({ length: classes }, (_, each) =>
      wholeAt(kept, fortranOrder ? i + count * each : i * classes + each),
    );
    const label = row.indexOf(1);
    const isOneHot = row.every((value) => value === 0 || value === 1);
    if (!isOneHot || label < 0 || label !== row.lastIndexOf(1)) throw outOfRange(`[${row}]`, i, place);
    return label;
  });
}

export const outOfRange = (found: string, position: number, place: DataPlace) =>
  refusal('label-range', place, {
    found: `${found} (label ${position + 1})`,
    wanted: `0–${MOST_CLASSES - 1}`,
  });
