import type { ArrayRole } from './array-roles.ts';
import type { DataPlace } from './dataset.ts';
import type { ValueRange } from './value-range.ts';

/**
 * Values in as little room as keeps them right: whole numbers exactly, others in 65,536 steps over their range. So data
 * can be understood anew without reading the file again, and a float64 of gigabytes needs a quarter of its room.
 */
export interface Kept {
  readonly values: Uint8Array | Uint16Array;
  /** What a kept 0 stands for. */
  readonly least: number;
  /** From one kept number to the next. */
  readonly step: number;
}

/** An array as it lies in a file, before anything is decided about it. */
export interface RawArray {
  /** As the person knows it: 'x_train'. */
  readonly name: string;
  /** What it is by its name, where that says so. */
  readonly named: ArrayRole | undefined;
  readonly place: DataPlace;
  /** As numpy writes it: '<f4', '|u1'. */
  readonly dtype: string;
  readonly shape: readonly number[];
  /** The first index runs fastest. */
  readonly fortranOrder: boolean;
  /** Where its rows lie in a table: `kept` is the whole table then. */
  readonly view?: { readonly offset: number; readonly stride: number };
  readonly kept: Kept;
  readonly range: ValueRange;
  /** All values are whole numbers. */
  readonly isWhole: boolean;
  /** Names, where it holds these: the values are their places in the order of their names. */
  readonly texts?: readonly string[];
}

export const valueAt = ({ values, least, step }: Kept, position: number): number =>
  least + step * (values[position] as number);

/** The whole number at a position, as near as it was kept; undefined where it is none. */
export function wholeAt(kept: Kept, position: number): number | undefined {
  const value = valueAt(kept, position);
  const whole = Math.round(value);
  return Math.abs(value - whole) <= Math.min(kept.step, 0.01) ? whole : undefined;
}

/** The kept numbers are the values themselves. */
export const areBytes = ({ values, least, step }: Kept): boolean =>
  values instanceof Uint8Array && least === 0 && step === 1;

export const shapeText = (shape: readonly number[]): string => `(${shape.join(', ')})`;
