import { refusal } from '../dataset.ts';
import { listOf } from '../found-file.ts';
import { labelsOfNames } from '../picture-plan.ts';
import type { RawArray } from '../raw-array.ts';
import { type RawLabels, rawLabelsOf } from './raw-labels.ts';

/** Labels that are given as names. */
export interface NamedLabels {
  /** Of an array of names; undefined for others. */
  readonly of: (array: RawArray) => RawLabels | undefined;
  /** In the order of their labels, where they are not numbers. */
  readonly classNames: readonly string[] | undefined;
}

/**
 * Names become labels as those of folders do, over all parts together: one may lack a class.
 * @throws DataError too-many-classes
 */
export function labelsByName(arrays: readonly RawArray[]): NamedLabels {
  if (!arrays.some(({ texts }) => texts)) return { of: () => undefined, classNames: undefined };
  // Of one part all may be figures.
  const textsOf = new Map(
    arrays.map((array) => [array, array.texts ?? [...rawLabelsOf(array).values].map(String)]),
  );
  const all = [...textsOf.values()].flat();
  const found = labelsOfNames(all);
  if ('code' in found) {
    const { place } = arrays.find(({ texts }) => texts) as RawArray;
    throw refusal(found.code, place, { found: `${found.names.length}: ${listOf(found.names)}` });
  }
  const labelOf = new Map(all.map((name, i) => [name, found.labels[i] as number]));
  return {
    of(array) {
      const values = Int32Array.from(textsOf.get(array) ?? [], (name) => labelOf.get(name) as number);
      return { values, isOneHot: false, place: array.place };
    },
    classNames: found.folderNames,
  };
}
