/** There is not enough memory for what a train step needs. */
export class OutOfMemory extends Error {
  constructor(readonly megabytes: number) {
    super(`no memory of ${megabytes} MB`);
  }
}
