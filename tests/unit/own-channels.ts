/* Files of tests run in threads of one process, where a channel reaches all of them: each has channels of its own. */

const own = crypto.randomUUID();

globalThis.BroadcastChannel = class extends BroadcastChannel {
  constructor(name: string) {
    super(`${name} ${own}`);
  }
};
