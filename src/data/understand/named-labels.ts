import { refusal } from '../dataset.ts';
import { listOf } from '../found-file.ts';
import { labelsOfNames } from '../picture-plan.ts';
import type { RawArray } from '../raw-array.ts';
import type { RawLabels } from './raw-labels.ts';

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
  const all = arrays.flatMap(({ texts }) => texts ?? []);
  if (all.length === 0) return { of: () => undefined, classNames: undefined };
  const found = labelsOfNames(all);
  if ('code' in found) {
    const { place } = arrays.find(({ texts }) => texts) as RawArray;
    throw refusal(found.code, place, { found: `${found.names.length}: ${listOf(found.names)}` });
  }
  const labelOf = new Map(all.map((name, i) => [name, found.labels[i] as number]));
  return {
    of: ({ texts, place }) =>
      texts && {
        values: Int32Array.from(texts, (name) => labelOf.get(name) as number),
        isOneHot: false,
        place,
      },
    classNames: found.folderNames,
  };
}
