import { refusal } from '../dataset.ts';
import type { Survey } from '../keep-values.ts';
import { type Kept, type RawArray, wholeAt } from '../raw-array.ts';
import type { RawTable } from '../reading.ts';
import type { Because, Choices, GuessOf } from './choices.ts';

const LABEL = /^(labels?|class(es)?|targets?|y|digits?)$/i;
/** Of a column of pixels at the edge more than this are background. */
const MOST_ALIKE = 0.95;
/** More classes than there are letters and digits are no labels. */
const MOST_CLASSES = 62;

/** The table as arrays of images and of labels, which are views of it. */
export function arraysOfTable(table: RawTable, column: Choices['labelColumn']): RawArray[] {
  const { columns } = table;
  const label = positionOf(column, table);
  const arrays: RawArray[] = [];
  if (label !== undefined) arrays.push(viewOf(table, 'labels', label, 1));
  if (columns > 2) {
    // What stands in front of the pixels is the number of a row, or the label.
    const pixels = pixelsOf(table, column);
    arrays.push(viewOf(table, 'images', columns - pixels - (column === 'last' ? 1 : 0), pixels));
  }
  return arrays;
}

function viewOf(table: RawTable, kind: 'images' | 'labels', offset: number, length: number): RawArray {
  const { name, set, place, kept, rows, columns } = table;
  const shape = kind === 'labels' ? [rows] : [rows, length];
  const view = { offset, stride: columns };
  const about = { name, named: { kind, set }, place, dtype: 'text', shape, fortranOrder: false };
  const texts = kind === 'labels' ? table.texts?.get(offset) : undefined;
  if (!texts) return { ...about, view, kept, ...surveyOf(kept, rows, view, length) };
  if (texts.length === 0) throw refusal('too-many-classes', place, { found: '> 1000' });
  const range = { least: 0, most: new Set(texts).size - 1 };
  return { ...about, view, kept, texts, range, isWhole: true };
}

/** Of some columns alone: the label is no pixel. */
function surveyOf(
  { values, least, step }: Kept,
  rows: number,
  { offset, stride }: { readonly offset: number; readonly stride: number },
  length: number,
): Survey {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let row = 0; row < rows; row++) {
    const from = row * stride + offset;
    for (let at = from; at < from + length; at++) {
      const value = values[at] as number;
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  const isWhole = Number.isInteger(least) && step === 1;
  // Of values that were kept in steps a bound is told to half a step: labels up to 9 make it 1.00005 of 1.
  const bound = (kept: number) => {
    const value = least + step * kept;
    return Math.abs(value - Math.round(value)) <= step / 2 ? Math.round(value) : value;
  };
  return { range: { least: bound(low), most: bound(high) }, isWhole };
}

/** As many columns as make a square: what is left over is the label, and a number of the row. */
function pixelsOf({ columns }: RawTable, column: Choices['labelColumn']): number {
  const most = column === 'none' ? columns : columns - 1;
  return Math.floor(Math.sqrt(most)) ** 2;
}

function positionOf(column: Choices['labelColumn'], { columns }: RawTable): number | undefined {
  switch (column) {
    case 'first':
      return 0;
    case 'second':
      return 1;
    case 'last':
      return columns - 1;
    case 'none':
      return undefined;
    default:
      return column satisfies never;
  }
}

/** Which column is the label: by its name, or because it holds a few whole numbers, where a corner of an image would be dark. */
export function guessLabelColumn(
  tables: readonly RawTable[],
  chosen?: Choices['labelColumn'],
): ReadonlyMap<RawTable, GuessOf<'labelColumn'>> {
  return new Map(tables.map((table) => [table, guessOne(table, chosen)]));
}

function guessOne(table: RawTable, chosen?: Choices['labelColumn']): GuessOf<'labelColumn'> {
  const options = (['first', 'second', 'last', 'none'] as const).filter((each) => fits(table, each));
  const guess = (value: Choices['labelColumn'], because: Because) => {
    const position = positionOf(value, table);
    const column = position === undefined ? '' : (table.header?.[position] ?? `${position + 1}`);
    const words = position !== undefined && table.texts?.has(position);
    const found = because === 'column-found' && words ? 'column-words' : because;
    return {
      id: 'labelColumn' as const,
      value,
      options,
      because: value === 'none' ? ('column-none' as const) : found,
      found: { column, file: table.name },
    };
  };
  if (chosen && options.includes(chosen)) return guess(chosen, 'column-found');
  if (table.columns === 1) return guess('first', 'column-found');
  const named = options.find((each) => LABEL.test(table.header?.[positionOf(each, table) ?? -1] ?? ''));
  if (named) return guess(named, 'column-named');
  const held = options.map((each) => [each, heldIn(table, positionOf(each, table))] as const);
  const [best] = held
    .filter(([, { alike }]) => alike <= MOST_ALIKE)
    .sort(([, a], [, b]) => b.spread - a.spread);
  if (best) return guess(best[0], 'column-found');
  // All of one class, or nearly: in front of a square of pixels nothing else would stand.
  const [first] = held;
  return first && first[1].spread > 0 ? guess(first[0], 'column-likely') : guess('none', 'column-found');
}

/** So many columns are left over beside a square. */
function fits(table: RawTable, column: Choices['labelColumn']): boolean {
  const { columns } = table;
  if (columns === 1) return column === 'first';
  if (columns === 2) return column === 'last';
  const over = columns - pixelsOf(table, column);
  if (column === 'none') return over === 0;
  return column === 'second' ? over === 2 : over === 1 || (column === 'last' && over === 2);
}

interface Held {
  /** As how many numbers that are equally frequent, by their entropy; 0 where some can't be labels. */
  readonly spread: number;
  /** Share of the most frequent. */
  readonly alike: number;
}

/** What a column holds, over the whole table: it may be sorted by label. */
function heldIn({ kept, rows, columns, texts }: RawTable, column: number | undefined): Held {
  const words = texts?.get(column ?? -1);
  if (words) return heldInWords(words);
  const counts = new Uint32Array(MOST_CLASSES);
  for (let row = 0; row < rows && column !== undefined; row++) {
    const value = wholeAt(kept, row * columns + column) ?? -1;
    if (value < 0 || value >= MOST_CLASSES) return { spread: 0, alike: 1 };
    counts[value] = (counts[value] as number) + 1;
  }
  return heldBy([...counts], rows);
}

function heldInWords(words: readonly string[]): Held {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts.size > MOST_CLASSES ? { spread: 0, alike: 1 } : heldBy([...counts.values()], words.length);
}

/** @param counts - of each label */
function heldBy(counts: readonly number[], rows: number): Held {
  const shares = counts.filter((count) => count > 0).map((count) => count / rows);
  const entropy = shares.reduce((sum, share) => sum - share * Math.log(share), 0);
  return { spread: shares.length > 0 ? Math.exp(entropy) : 0, alike: Math.max(0, ...shares) };
}
