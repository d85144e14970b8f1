import { startThread } from '../../start-thread';
import { whileHeard } from '../../while-heard';
import { OutOfMemory } from '../out-of-memory';
import type { KernelSettings } from './kernel-plan';
import type { ShardAnswer, ShardRequest } from './shard-messages';
import type { Shards } from './shards';

type AnswerOf<T extends ShardAnswer['type']> = Extract<ShardAnswer, { type: T }>;

interface Waiting {
  resolve(answer: ShardAnswer): void;
  reject(error: Error): void;
}

/** Milliseconds to load a worker and make its kernels. */
const START_LIMIT = 10_000;

/** A shard worker as the step sees it. Once it has failed, whatever is asked of it fails too. */
export class ShardClient {
  private readonly worker: Worker;
  private readonly waiting: Waiting[] = [];
  private failure: Error | undefined;

  private constructor() {
    this.worker = startThread(
      () => new Worker(new URL('./shard.worker.ts', import.meta.url), { type: 'module' }),
    );
    this.worker.onmessage = ({ data }: MessageEvent<ShardAnswer>) => this.take(data);
    this.worker.onerror = (event) => {
      event.preventDefault();
      this.fail(new Error(event.message || 'a worker could not be loaded'));
    };
    this.worker.onmessageerror = () => this.fail(new Error('a message of a worker could not be read'));
  }

  /** @throws OutOfMemory */
  static async start(
    module: WebAssembly.Module,
    settings: KernelSettings,
    share: Shards,
  ): Promise<ShardClient> {
    const client = new ShardClient();
    try {
      await whileHeard(
        [client],
        START_LIMIT,
        client.ask<'started'>({ type: 'start', module, settings, share }),
      );
      return client;
    } catch (error) {
      client.close();
      throw error;
    }
  }

  /** For requests without an answer. */
  tell(request: ShardRequest, transfer: Transferable[] = []): void {
    if (this.failure) throw this.failure;
    this.worker.postMessage(request, { transfer });
  }

  /** Answers come in the order of the requests. */
  ask<T extends ShardAnswer['type']>(
    request: ShardRequest,
    transfer: Transferable[] = [],
  ): Promise<AnswerOf<T>> {
    return new Promise((resolve, reject) => {
      this.tell(request, transfer);
      this.waiting.push({ resolve: resolve as Waiting['resolve'], reject });
    });
  }

  /** It says nothing any more: the browser has ended it, or it hangs. */
  giveUp(): void {
    this.fail(new Error('a worker does not answer'));
  }

  close(): void {
    this.worker.terminate();
    this.fail(new Error('the worker was closed'));
  }

  private take(answer: ShardAnswer): void {
    if (answer.type !== 'failed') this.waiting.shift()?.resolve(answer);
    else if (answer.megabytes === undefined) this.fail(new Error(answer.error));
    else this.fail(new OutOfMemory(answer.megabytes));
  }

  private fail(error: Error): void {
    this.failure ??= error;
    for (const { reject } of this.waiting.splice(0)) reject(this.failure);
  }
}
