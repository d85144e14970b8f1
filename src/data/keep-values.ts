import type { DataPlace } from './dataset.ts';
import type { Kept } from './raw-array.ts';
import type { Room } from './reading.ts';
import { NO_RANGE, type ValueRange } from './value-range.ts';

const STEPS = 65_535;

/** What has to be known of values before they are kept. */
export interface Survey {
  readonly range: ValueRange;
  /** All values are whole numbers. */
  readonly isWhole: boolean;
}

/** Looks through values that come one after the other. `least` is NaN where one is no finite number. */
export class Surveyor implements Survey {
  isWhole = true;
  private least = NO_RANGE.least;
  private most = NO_RANGE.most;
  private isFinite = true;

  see(value: number): void {
    if (value < this.least) this.least = value;
    if (value > this.most) this.most = value;
    if (this.isWhole && !Number.isInteger(value)) {
      this.isWhole = false;
      this.isFinite = Number.isFinite(value);
    } else if (!this.isWhole && this.isFinite) this.isFinite = Number.isFinite(value);
  }

  get range(): ValueRange {
    return { least: this.isFinite ? this.least : Number.NaN, most: this.most };
  }
}

/** Room for values that were surveyed, and how a value is put there. */
export class Keeper implements Kept {
  readonly values: Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer>;
  readonly least: number;
  readonly step: number;
  private at = 0;

  constructor(count: number, { range: { least, most }, isWhole }: Survey) {
    const areBytes = isWhole && least >= 0 && most <= 255;
    this.values = areBytes ? new Uint8Array(count) : new Uint16Array(count);
    this.least = areBytes || !Number.isFinite(least) ? 0 : least;
    const span = most - least;
    // Of one value only, any step will do.
    this.step = areBytes || (isWhole && span <= STEPS) ? 1 : span / STEPS || 1;
  }

  put(value: number): void {
    this.values[this.at++] = (value - this.least) / this.step + 0.5;
  }
}

/** Bytes that each value takes once it is kept. */
export const keptBytes = ({ range: { least, most }, isWhole }: Survey): number =>
  isWhole && least >= 0 && most <= 255 ? 1 : 2;

/** Values that lie in memory already: bytes as they are. @throws DataError over-limit */
export function keepValues(values: Uint8Array | Float32Array, room: Room, place: DataPlace): Kept {
  if (values instanceof Uint8Array) {
    room.take(values.length, place);
    // Of a part alone: what it lies in may be twice as long.
    const isAll = values.byteLength === values.buffer.byteLength;
    return { values: isAll ? values : values.slice(), least: 0, step: 1 };
  }
  const surveyor = new Surveyor();
  for (const value of values) surveyor.see(value);
  const { range, isWhole } = surveyor;
  room.take(values.length * keptBytes({ range, isWhole }), place);
  const keeper = new Keeper(values.length, { range, isWhole });
  for (const value of values) keeper.put(value);
  return { values: keeper.values, least: keeper.least, step: keeper.step };
}
