/** Copies what lies on a device to where it can be looked at; buffers are used again. */
export class Reader {
  private readonly spare: GPUBuffer[] = [];
  private readonly all = new Set<GPUBuffer>();
  private awaited = 0;
  private poll: ReturnType<typeof setInterval> | undefined;

  private ended = false;

  constructor(private readonly device: GPUDevice) {}

  /** Whether it was disposed of: nothing may be asked of the device on its behalf any more. */
  get isDisposed(): boolean {
    return this.ended;
  }

  /**
   * Submits an encoder's commands with a copy at their end.
   * @returns what `from` holds then
   * @throws Error once it was disposed of: what it would copy is gone
   */
  async submit(encoder: GPUCommandEncoder, from: GPUBuffer, bytes = from.size): Promise<ArrayBuffer> {
    if (this.ended) throw new Error('the step was disposed of');
    const to = this.take(bytes);
    encoder.copyBufferToBuffer(from, 0, to, 0, bytes);
    this.device.queue.submit([encoder.finish()]);
    await this.soon(to.mapAsync(GPUMapMode.READ, 0, bytes));
    const copy = to.getMappedRange(0, bytes).slice(0);
    to.unmap();
    this.spare.push(to);
    return copy;
  }

  get bytes(): number {
    return [...this.all].reduce((sum, { size }) => sum + size, 0);
  }

  dispose(): void {
    this.ended = true;
    for (const buffer of this.all) buffer.destroy();
    clearInterval(this.poll);
  }

  private take(bytes: number): GPUBuffer {
    const found = this.spare.findIndex(({ size }) => size === bytes);
    const [known] = found < 0 ? [] : this.spare.splice(found, 1);
    if (known) return known;
    const { MAP_READ, COPY_DST } = GPUBufferUsage;
    const made = this.device.createBuffer({ label: 'reader', size: bytes, usage: MAP_READ | COPY_DST });
    this.all.add(made);
    return made;
  }

  /**
   * Firefox looks only every 100 ms whether a device is done, but at each submission besides: an empty one each
   * millisecond, while something is awaited, brings a wait down to 1.4 ms (measured: ekzhang/jax-js #124).
   */
  private async soon<T>(answer: Promise<T>): Promise<T> {
    if (!IS_FIREFOX) return answer;
    this.awaited += 1;
    this.poll ??= setInterval(() => this.device.queue.submit([]), 1);
    try {
      return await answer;
    } finally {
      this.awaited -= 1;
      if (this.awaited === 0) {
        clearInterval(this.poll);
        this.poll = undefined;
      }
    }
  }
}

const IS_FIREFOX = typeof navigator !== 'undefined' && /firefox/i.test(navigator.userAgent ?? '');
