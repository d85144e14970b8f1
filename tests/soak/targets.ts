import type { CDPSession, Page } from '@playwright/test';

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly sessionId: string; readonly message: string };
  readonly result?: unknown;
}

type Send = (method: string, params?: object) => Promise<unknown>;

/** The workers below a page or a worker, by what reaches them. */
class Workers {
  private readonly workers = new Map<string, Target>();

  constructor(private readonly send: Send) {}

  hear({ method, params }: Message): void {
    if (!params) return;
    const { sessionId, message } = params;
    if (method === 'Target.attachedToTarget') this.workers.set(sessionId, this.target(sessionId));
    if (method === 'Target.detachedFromTarget') this.workers.delete(sessionId);
    if (method === 'Target.receivedMessageFromTarget') {
      this.workers.get(sessionId)?.hear(JSON.parse(message) as Message);
    }
  }

  private target(sessionId: string): Target {
    return new Target((message) => this.send('Target.sendMessageToTarget', { sessionId, message }));
  }

  all(): Target[] {
    return [...this.workers.values()].flatMap((worker) => [worker, ...worker.below.all()]);
  }

  /** From now on hears of all that start, and of those that are there. */
  watch(): Promise<unknown> {
    return this.send('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: false,
      flatten: false,
    });
  }
}

/** A worker, spoken to through whoever started it. */
class Target {
  readonly below = new Workers((method, params) => this.ask(method, params));
  private readonly waiting = new Map<number, (result: unknown) => void>();
  private asked = 0;

  constructor(private readonly post: (message: string) => Promise<unknown>) {
    void this.below.watch();
  }

  hear(message: Message): void {
    if (message.id === undefined) this.below.hear(message);
    else this.waiting.get(message.id)?.(message.result);
  }

  /** @returns undefined where the worker has ended */
  ask(method: string, params: object = {}): Promise<unknown> {
    const id = ++this.asked;
    return new Promise((resolve) => {
      this.waiting.set(id, resolve);
      this.post(JSON.stringify({ id, method, params })).catch(() => resolve(undefined));
    });
  }
}

const EVENTS = [
  'Target.attachedToTarget',
  'Target.detachedFromTarget',
  'Target.receivedMessageFromTarget',
] as const;

/** A page and all workers below it, by the protocol of Chromium's developer tools. */
export class Targets {
  private constructor(
    private readonly session: CDPSession,
    private readonly below: Workers,
  ) {}

  static async of(page: Page): Promise<Targets> {
    const session = await page.context().newCDPSession(page);
    const send = session.send.bind(session) as unknown as Send;
    const below = new Workers(send);
    for (const method of EVENTS) {
      session.on(method, (params) => below.hear({ method, params: params as Message['params'] & object }));
    }
    await below.watch();
    return new Targets(session, below);
  }

  /** Asks the page. */
  page<T>(method: string): Promise<T> {
    return (this.session.send as unknown as Send)(method) as Promise<T>;
  }

  /** Asks each worker that is there. */
  async workers<T>(method: string): Promise<T[]> {
    const answers = await Promise.all(this.below.all().map((worker) => worker.ask(method)));
    return answers.filter((answer) => answer !== undefined) as T[];
  }
}
