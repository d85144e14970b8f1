/** So long nothing was asked of the engine: nobody is drawing, looking at something or waiting. */
const QUIET_MS = 5000;

interface QuietParts {
  /** What is not seen by the calls: a run goes on after the call that began it. */
  readonly isBusy: () => boolean;
  /** Nothing was asked for a while. Called again only after something was. */
  readonly onQuiet: () => void;
  /** Something is asked. */
  readonly onCall: () => void;
}

/** Notices when nothing is asked of the engine. */
export class QuietWatch {
  private pending = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly parts: QuietParts) {}

  /** The same commands and questions, each call of which is noticed. */
  watched<Api extends object>(api: Api): Api {
    const watch =
      (method: (...given: unknown[]) => Promise<unknown>) =>
      (...given: unknown[]) =>
        this.during(() => method(...given));
    return Object.fromEntries(Object.entries(api).map(([name, method]) => [name, watch(method)])) as Api;
  }

  private async during<T>(call: () => Promise<T>): Promise<T> {
    this.pending += 1;
    clearTimeout(this.timer);
    this.parts.onCall();
    try {
      return await call();
    } finally {
      this.pending -= 1;
      if (this.pending === 0) this.wait();
    }
  }

  private wait(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (this.parts.isBusy()) this.wait();
      else this.parts.onQuiet();
    }, QUIET_MS);
  }
}
