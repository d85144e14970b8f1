import { describe, expect, it } from 'vitest';
import type { NodeGradient } from '../../../../../src/engine/train-step/wasm/gradient-tree';
import { kernelPlan, writeModule } from '../../../../../src/engine/train-step/wasm/kernel-plan';
import type { ShardAnswer, ShardRequest } from '../../../../../src/engine/train-step/wasm/shard-messages';
import { ShardServer } from '../../../../../src/engine/train-step/wasm/shard-server';
import type { Shards } from '../../../../../src/engine/train-step/wasm/shards';
import { randomImages, stepSettings } from '../../../../fixtures/networks';

const { weights: _, training, ...settings } = stepSettings('c3k5s2-p2-d10', { optimizer: 'sgd' });
const plan = kernelPlan(settings, 'train');
const module = new WebAssembly.Module(writeModule(plan));
const { floats, tensors } = plan.parts.parameters;
const whole: Shards = { first: 0, end: plan.shards };
const half: Shards = { first: 0, end: plan.shards / 2 };

/** All regions of parameters filled with something, the others zero. */
function parameters(): Float32Array<ArrayBuffer> {
  const values = new Float32Array(floats);
  for (const place of tensors.flatMap((tensor) => [...tensor])) values[place] = Math.sin(place);
  return values;
}

function compute(step: number): ShardRequest {
  const pixels = training.images.slice();
  const labels = training.labels.slice();
  return { type: 'compute', examples: { pixels, labels, first: 0, batch: labels.length }, step };
}

/** An update by the gradient of the whole batch. */
function update(gradient: Float32Array, learningRate: number): ShardRequest {
  return { type: 'update', gradients: [{ node: whole, gradient: gradient.slice() }], learningRate };
}

function server() {
  const answers: ShardAnswer[] = [];
  const made = new ShardServer((answer) => answers.push(structuredClone(answer)));
  const ask = (...requests: ShardRequest[]) => {
    for (const request of requests) made.handle(request);
    return answers;
  };
  const gradients = (): NodeGradient[] =>
    answers.flatMap((answer) => (answer.type === 'gradients' ? answer.gradients : []));
  return { ask, gradients };
}

function started(share = half, values = parameters()) {
  const made = server();
  made.ask({ type: 'start', module, settings, share }, { type: 'parameters', parameters: values });
  return made;
}

describe('a shard server', () => {
  it('lets images that were sent ahead wait for the update of the step before them', () => {
    const { ask, gradients } = started();
    ask(compute(0), compute(1), compute(2));
    expect(gradients()).toHaveLength(1);
    const { gradient } = gradients()[0] as NodeGradient;
    ask(update(gradient, 0.1));
    expect(gradients()).toHaveLength(2);
    ask(update(gradient, 0.1));
    expect(gradients()).toHaveLength(3);
  });

  it('computes the next batch with the weights of the update', () => {
    const { ask, gradients } = started();
    ask(compute(0));
    const { gradient } = gradients()[0] as NodeGradient;
    ask(update(gradient, 0.5), compute(1));

    const moved = parameters().map((value, i) =>
      Math.fround(value - Math.fround(0.5 * (gradient[i] as number))),
    );
    const other = started(half, moved);
    other.ask(compute(1));
    expect(gradients()[1]).toEqual(other.gradients()[0]);
    expect(gradients()[1]?.gradient).not.toEqual(gradient);
  });

  it('adds what another computed to its own, as if it had got the sum', () => {
    const other = started({ first: half.end, end: plan.shards });
    other.ask(compute(0));
    const swapping = started();
    const gradients = structuredClone(other.gradients());
    swapping.ask(compute(0), { type: 'update', gradients, learningRate: 1 }, compute(1));

    const [own] = swapping.gradients() as [NodeGradient];
    const [theirs] = other.gradients() as [NodeGradient];
    const sum = own.gradient.map((value, i) => Math.fround(value + (theirs.gradient[i] as number)));
    const told = started();
    told.ask(compute(0), update(sum, 1), compute(1));
    expect(swapping.gradients()[1]).toEqual(told.gradients()[1]);
  });

  it('answers with one gradient a node and one result a shard, and gives the images’ buffer back', () => {
    const { ask } = started({ first: 1, end: 4 });
    const answer = ask(compute(0)).at(-1);
    if (answer?.type !== 'gradients') throw new Error(`answered ${answer?.type}`);
    expect(answer.gradients.map(({ node }) => node)).toEqual([
      { first: 1, end: 2 },
      { first: 2, end: 4 },
    ]);
    expect(answer.results).toHaveLength(3);
    for (const { loss } of answer.results) expect(loss).toBeGreaterThan(0);
    expect(answer.buffer.byteLength).toBe(training.images.length);
  });

  it('reads images between two steps without disturbing them', () => {
    const undisturbed = started();
    undisturbed.ask(compute(0));
    const { ask, gradients } = started();
    const answer = ask({ type: 'logits', pixels: randomImages(3).images.slice() }, compute(0))[1];
    expect(answer?.type === 'logits' && answer.logits.length).toBe(30);
    expect(gradients()).toEqual(undisturbed.gradients());
  });

  it.each([
    compute(0),
    { type: 'logits', pixels: training.images.slice() },
    { type: 'parameters', parameters: parameters() },
  ] satisfies ShardRequest[])('answers that it failed when asked before the start: $type', (request) => {
    const [answer] = server().ask(request);
    expect(answer).toMatchObject({ type: 'failed', error: `Error: ${request.type} before the start` });
  });
});
