/**
 * The pen's way over the paper: points in columns, cut into lines where the pen was lifted. One object is filled
 * anew for every digit and each step of writing changes it in place, because objects for every point of 40,000
 * digits a second would keep the garbage collector as busy as the drawing.
 */
export class Lines {
  xs = new Float64Array(128);
  ys = new Float64Array(128);
  /** How hard the pen is pressed: width of the line as a share of the pen's. */
  pressures = new Float64Array(128);
  /** Number of points. */
  count = 0;
  /** Index of the first point of each line. */
  readonly starts: number[] = [];

  clear(): void {
    this.count = 0;
    this.starts.length = 0;
  }

  /** Puts the pen down: the next point begins a line. */
  begin(): void {
    this.starts.push(this.count);
  }

  add(x: number, y: number): void {
    if (this.count === this.xs.length) this.grow();
    this.xs[this.count] = x;
    this.ys[this.count] = y;
    this.pressures[this.count] = 1;
    this.count++;
  }

  /** Of all lines together, in the unit of the points. */
  length(): number {
    let length = 0;
    for (let line = 0; line < this.starts.length; line++) {
      const end = this.starts[line + 1] ?? this.count;
      for (let i = (this.starts[line] as number) + 1; i < end; i++) {
        const dx = (this.xs[i] as number) - (this.xs[i - 1] as number);
        const dy = (this.ys[i] as number) - (this.ys[i - 1] as number);
        length += Math.sqrt(dx * dx + dy * dy);
      }
    }
    return length;
  }

  private grow(): void {
    this.xs = doubled(this.xs);
    this.ys = doubled(this.ys);
    this.pressures = doubled(this.pressures);
  }
}

function doubled(values: Float64Array): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(2 * values.length);
  larger.set(values);
  return larger;
}
