import { kernelPlan } from './kernel-plan';
import { NetworkKernels, OutOfMemory, type ShardResult } from './network-kernels';
import type { ShardAnswer, ShardRequest } from './shard-messages';
import { Wakefulness } from './wakefulness';

type Answer = (answer: ShardAnswer, transfer: Transferable[]) => void;

/** What a shard worker does with requests: its own copy of the weights, and sums of gradients on demand. */
export class ShardServer {
  private readonly wakefulness = new Wakefulness();
  private kernels: NetworkKernels | undefined;
  /** The gradient of the last sum is still to come. */
  private awaitsUpdate = false;
  /** Images come ahead of the gradient of the step before them; they wait here for it. */
  private readonly ahead: (ShardRequest & { type: 'sum' })[] = [];
  /** Vectors that came with a gradient and are free to leave with sums. */
  private readonly spare: Float32Array<ArrayBuffer>[] = [];

  constructor(private readonly answer: Answer) {}

  handle(request: ShardRequest): void {
    this.wakefulness.end();
    try {
      this.serve(request);
    } catch (error) {
      const megabytes = error instanceof OutOfMemory ? { megabytes: error.megabytes } : {};
      this.answer({ type: 'failed', error: String(error), ...megabytes }, []);
    }
    if (this.awaitsUpdate) this.wakefulness.begin();
  }

  private serve(request: ShardRequest): void {
    if (request.type === 'start') {
      this.kernels = new NetworkKernels(request.module, kernelPlan(request.settings, 'train'));
      this.answer({ type: 'started' }, []);
      return;
    }
    const { kernels } = this;
    if (!kernels) throw new Error(`a ${request.type} before the start`);
    switch (request.type) {
      case 'parameters':
        kernels.setParameters(request.parameters);
        break;
      case 'sum':
        this.ahead.push(request);
        this.sumNext(kernels);
        break;
      case 'update':
        kernels.sum(0).set(request.gradient);
        this.spare.push(request.gradient);
        kernels.update(request.learningRate);
        this.awaitsUpdate = false;
        this.sumNext(kernels);
        break;
      case 'logits': {
        const logits = kernels.logits(request.pixels);
        this.answer({ type: 'logits', logits }, [logits.buffer]);
        break;
      }
      default:
        request satisfies never;
    }
  }

  private sumNext(kernels: NetworkKernels): void {
    const next = this.awaitsUpdate ? undefined : this.ahead.shift();
    if (!next) return;
    const { nodes, examples, step } = next;
    this.awaitsUpdate = true;
    const results: (ShardResult | undefined)[] = [];
    const sums = nodes.map((node) => {
      kernels.sumShards(node, examples, step, results);
      return this.copy(kernels.sum(0));
    });
    const transfer = sums.map(({ buffer }) => buffer);
    this.answer({ type: 'sums', sums, results: results.filter((result) => result !== undefined) }, transfer);
  }

  private copy(vector: Float32Array<ArrayBuffer>): Float32Array<ArrayBuffer> {
    const copy = this.spare.pop() ?? new Float32Array(vector.length);
    copy.set(vector);
    return copy;
  }
}
