import type { DataPlace } from '../dataset.ts';
import { checkSize, LIMITS } from '../given-file.ts';
import { keepValues } from '../keep-values.ts';
import type { Kept } from '../raw-array.ts';
import type { Room } from '../reading.ts';

const FIRST = 2 ** 16;

/** Values of which nobody knows how many will come: bytes as long as they all are, floats from the first other one on. */
export class GrowingValues {
  count = 0;
  private values: Uint8Array | Float32Array = new Uint8Array(FIRST);

  constructor(private readonly place: DataPlace) {}

  /** @throws DataError over-limit */
  add(value: number): void {
    if (this.count === this.values.length) this.grow();
    if (this.values instanceof Uint8Array && !(Number.isInteger(value) && value >= 0 && value <= 255)) {
      this.values = Float32Array.from(this.values);
      checkSize(this.values.byteLength, LIMITS.kept, this.place);
    }
    this.values[this.count++] = value;
  }

  /** @throws DataError over-limit */
  private grow(): void {
    const { values } = this;
    const length = 2 * values.length;
    checkSize(this.count * values.BYTES_PER_ELEMENT, LIMITS.kept, this.place);
    const larger = values instanceof Uint8Array ? new Uint8Array(length) : new Float32Array(length);
    larger.set(values);
    this.values = larger;
  }

  /** Without the last of them. @param count - of those that stay */
  cut(count: number): void {
    this.count = count;
  }

  /** Without some rows of so many values. */
  dropRows(rows: ReadonlySet<number>, columns: number): void {
    let to = 0;
    for (let row = 0; row * columns < this.count; row++) {
      if (rows.has(row)) continue;
      if (rows.size > 0) this.values.copyWithin(to, row * columns, (row + 1) * columns);
      to += columns;
    }
    this.count = to;
  }

  at(position: number): number {
    return this.values[position] as number;
  }

  /** What is kept of them. @throws DataError over-limit */
  keep(room: Room): Kept {
    return keepValues(this.values.subarray(0, this.count), room, this.place);
  }
}
