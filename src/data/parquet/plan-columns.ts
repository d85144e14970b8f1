import type { Leaf } from './schema.ts';

/** A column of picture files, and the labels where there are any; each by its position. */
export interface PicturePlan {
  readonly kind: 'pictures';
  readonly pictures: number;
  readonly label: number | undefined;
}

/** A number a column, or a column of lists of numbers beside some of those. */
export interface TablePlan {
  readonly kind: 'table';
  readonly columns: readonly number[];
  readonly list: number | undefined;
}

/** What the columns of a file are for, by their kinds and names. */
export type ColumnPlan = PicturePlan | TablePlan;

const LABEL = /^(labels?|class(es)?|targets?|y|digits?)$/i;
/** As 'fine_label' is one. */
const LIKE_LABEL = /label|class|target|digit/i;
const IMAGE = /^(images?|imgs?|pixels?|x|features?|data|pictures?)$/i;
/** What pandas keeps of the numbers of rows. */
const ROW_NUMBERS = /^__index_level_\d+__$/;

/** @returns undefined where no column can be an image, or a part of one */
export function planColumns(leaves: readonly Leaf[]): ColumnPlan | undefined {
  const positions = [...leaves.keys()];
  const named = (each: number, pattern: RegExp) => pattern.test((leaves[each] as Leaf).path[0] ?? '');
  const numbers = positions.filter((each) => isScalar(leaves[each] as Leaf) && !named(each, ROW_NUMBERS));
  const label =
    numbers.find((each) => named(each, LABEL)) ??
    positions.find((each) => named(each, LABEL) && isText(leaves[each] as Leaf)) ??
    numbers.find((each) => named(each, LIKE_LABEL));
  const [pictures] = sorted(
    positions.filter((each) => isPicture(leaves[each] as Leaf)),
    named,
  );
  if (pictures !== undefined) {
    return { kind: 'pictures', pictures, label: label ?? (numbers.length === 1 ? numbers[0] : undefined) };
  }
  const [list] = sorted(
    positions.filter((each) => isList(leaves[each] as Leaf)),
    named,
  );
  const columns = positions.filter((each) => numbers.includes(each) || each === label || each === list);
  // Beside a column that is all of an image others than the label say nothing of it.
  const wanted =
    list === undefined || label === undefined
      ? columns
      : columns.filter((each) => each === label || each === list);
  return wanted.length > 0 ? { kind: 'table', columns: wanted, list } : undefined;
}

/** Those first whose names say that they are images. */
const sorted = (positions: number[], named: (each: number, pattern: RegExp) => boolean): number[] =>
  positions.sort((one, other) => Number(named(other, IMAGE)) - Number(named(one, IMAGE)));

const isNumber = ({ meaning }: Leaf) => meaning === 'number' || meaning === 'unsigned' || meaning === 'half';
const isScalar = (leaf: Leaf) => isNumber(leaf) && leaf.path.length === 1 && leaf.repetition === 0;
const isText = ({ meaning, path, repetition }: Leaf) =>
  meaning === 'text' && path.length === 1 && repetition === 0;
const isList = (leaf: Leaf) => isNumber(leaf) && leaf.repetition > 0;
/** By itself, or with the name of its file beside it. */
const isPicture = ({ meaning, path, repetition }: Leaf) =>
  meaning === 'bytes' &&
  repetition === 0 &&
  (path.length === 1 || (path.length === 2 && path[1] === 'bytes'));
