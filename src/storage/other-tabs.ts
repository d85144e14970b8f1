/** The other tabs of this page, where the browser lets them talk. */
export class OtherTabs {
  private readonly channel: BroadcastChannel | undefined;

  constructor(name: string) {
    this.channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(name);
  }

  tell(what: string): void {
    this.channel?.postMessage(what);
  }

  onTold(listener: (what: string) => void): void {
    this.channel?.addEventListener('message', ({ data }) => {
      if (typeof data === 'string') listener(data);
    });
  }

  close(): void {
    this.channel?.close();
  }
}
