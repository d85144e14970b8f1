import { OutOfMemory } from '../out-of-memory';
import { GradientTree } from './gradient-tree';
import { kernelPlan } from './kernel-plan';
import { NetworkKernels } from './network-kernels';
import type { ShardAnswer, ShardRequest } from './shard-messages';

type Answer = (answer: ShardAnswer, transfer: Transferable[]) => void;
type RequestOf<T extends ShardRequest['type']> = Extract<ShardRequest, { type: T }>;

/** What a shard worker does with requests: its own copy of the weights, and its share of each batch. */
export class ShardServer {
  private running: { readonly kernels: NetworkKernels; readonly tree: GradientTree } | undefined;
  /** The update of the last batch is still to come. */
  private awaitsUpdate = false;
  /** Images come ahead of the update of the step before them; they wait here for it. */
  private readonly ahead: RequestOf<'compute'>[] = [];

  constructor(private readonly answer: Answer) {}

  handle(request: ShardRequest): void {
    try {
      if (request.type === 'start') this.start(request);
      else this.serve(request);
    } catch (error) {
      const megabytes = error instanceof OutOfMemory ? { megabytes: error.megabytes } : {};
      this.answer({ type: 'failed', error: String(error), ...megabytes }, []);
    }
  }

  private start({ module, settings, share }: RequestOf<'start'>): void {
    const plan = kernelPlan(settings, 'train');
    const kernels = new NetworkKernels(module, plan);
    this.running = { kernels, tree: new GradientTree(kernels, plan.shards, share) };
    this.answer({ type: 'started' }, []);
  }

  private serve(request: Exclude<ShardRequest, { type: 'start' }>): void {
    if (!this.running) throw new Error(`${request.type} before the start`);
    const { kernels, tree } = this.running;
    switch (request.type) {
      case 'parameters':
        kernels.setParameters(request.parameters);
        break;
      case 'restore':
        kernels.restore(request.state);
        break;
      case 'compute':
        this.ahead.push(request);
        this.computeNext(tree);
        break;
      case 'update':
        tree.add(request.gradients);
        kernels.update(request.learningRate);
        this.awaitsUpdate = false;
        this.computeNext(tree);
        break;
      case 'logits': {
        const logits = kernels.logits(request.pixels);
        const { buffer } = request.pixels;
        this.answer({ type: 'logits', logits, buffer }, [logits.buffer, buffer]);
        break;
      }
      default:
        request satisfies never;
    }
  }

  private computeNext(tree: GradientTree): void {
    const next = this.awaitsUpdate ? undefined : this.ahead.shift();
    if (!next) return;
    this.awaitsUpdate = true;
    const results = tree.compute(next.examples, next.step);
    const gradients = tree.copies();
    const { buffer } = next.examples.pixels;
    const transfer = [...gradients.map(({ gradient }) => gradient.buffer), buffer];
    this.answer({ type: 'gradients', gradients, results, buffer }, transfer);
  }
}
