/**
 * What one suite prints. Suites that run side by side take turns: until it is its turn, what a suite prints is held, so
 * that each can be read from its beginning to its end.
 */
export class Turn {
  #held = [];
  #isOpen = false;

  constructor(write = (text) => process.stdout.write(text)) {
    this.out = write;
  }

  write(text) {
    if (this.#isOpen) this.out(text);
    else this.#held.push(text);
  }

  say(line) {
    this.write(`${line}\n`);
  }

  /** Prints what was held, and from now on everything at once. */
  open() {
    this.#isOpen = true;
    for (const text of this.#held.splice(0)) this.out(text);
  }
}
