import type { DataPlace } from '../dataset.ts';
import { checkSize, LIMITS } from '../given-file.ts';
import { keepValues } from '../keep-values.ts';
import type { Kept } from '../raw-array.ts';
import type { Room } from '../reading.ts';

/** Values of a table, column by column: bytes as long as they all are, floats from the first other one on. */
export class PlacedValues {
  private values: Uint8Array | Float32Array;

  /** @throws DataError over-limit */
  constructor(
    count: number,
    private readonly place: DataPlace,
  ) {
    checkSize(count, LIMITS.kept, place);
    this.values = new Uint8Array(count);
  }

  /** @throws DataError over-limit */
  put(at: number, value: number): void {
    if (this.values instanceof Uint8Array && !(Number.isInteger(value) && value >= 0 && value <= 255)) {
      checkSize(4 * this.values.length, LIMITS.kept, this.place);
      this.values = Float32Array.from(this.values);
    }
    this.values[at] = value;
  }

  /** What is kept of them. @throws DataError over-limit */
  keep(room: Room): Kept {
    return keepValues(this.values, room, this.place);
  }
}
