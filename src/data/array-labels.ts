import { CLASSES } from '../model/input.ts';
import { shapeText } from './array-images.ts';
import { type DataPlace, refusal } from './dataset.ts';
import type { NpyArray } from './npy.ts';

interface ArrayLabels {
  /** uint8, [n], 0 to 9 */
  readonly labels: Uint8Array;
  /** Each was given as ten numbers, of which one is 1 and the others 0. */
  readonly isOneHot: boolean;
}

/**
 * Labels of an array (n) or (n, 1) of whole numbers, or (n, 10), one-hot, of any type.
 * @throws DataError shape, dtype, label-range
 */
export function labelsOf(array: NpyArray, place: DataPlace): ArrayLabels {
  const [count, ...sides] = array.shape;
  const perLabel = sides.reduce((product, side) => product * side, 1);
  if (count === undefined || sides.length > 1 || (perLabel !== 1 && perLabel !== CLASSES)) {
    throw refusal('shape', place, { found: shapeText(array.shape), wanted: '(n), (n, 1), (n, 10)' });
  }
  if (perLabel === CLASSES) return { labels: ofOneHot(array, count, place), isOneHot: true };
  if (array.kind === 'float') {
    throw refusal('dtype', place, { found: array.dtype });
  }
  const labels = Uint8Array.from({ length: count }, (_, i) => {
    const label = array.at(i);
    if (!(label >= 0 && label < CLASSES)) throw outOfRange(`${label}`, i, place);
    return label;
  });
  return { labels, isOneHot: false };
}

function ofOneHot({ at, fortranOrder }: NpyArray, count: number, place: DataPlace): Uint8Array {
  return Uint8Array.from({ length: count }, (_, i) => {
    const row = Array.from({ length: CLASSES }, (_, digit) =>
      at(fortranOrder ? i + count * digit : i * CLASSES + digit),
    );
    const isOneHot = row.every((value) => value === 0 || value === 1);
    const label = row.indexOf(1);
    if (!isOneHot || label < 0 || label !== row.lastIndexOf(1)) throw outOfRange(`[${row}]`, i, place);
    return label;
  });
}

const outOfRange = (found: string, position: number, place: DataPlace) =>
  refusal('label-range', place, { found: `${found} (label ${position + 1})`, wanted: '0–9' });
