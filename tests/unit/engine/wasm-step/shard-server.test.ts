import { describe, expect, it } from 'vitest';
import { kernelPlan, writeModule } from '../../../../src/engine/train-step/wasm/kernel-plan';
import type { ShardAnswer, ShardRequest } from '../../../../src/engine/train-step/wasm/shard-messages';
import { ShardServer } from '../../../../src/engine/train-step/wasm/shard-server';
import { randomImages, stepSettings } from '../../../fixtures/networks';

const { weights: _, training, ...settings } = stepSettings('c3k5s2-p2-d10', { optimizer: 'sgd' });
const plan = kernelPlan(settings, 'train');
const module = new WebAssembly.Module(writeModule(plan));
const { floats, tensors } = plan.parts.parameters;

const start: ShardRequest = { type: 'start', module, settings };
const whole = { first: 0, end: plan.shards };

/** All places of parameters filled with something, the others zero. */
function parameters(): Float32Array<ArrayBuffer> {
  const values = new Float32Array(floats);
  for (const place of tensors.flatMap((tensor) => [...tensor])) values[place] = Math.sin(place);
  return values;
}

function sumOf(step: number, nodes = [whole]): ShardRequest {
  const examples = {
    pixels: training.images,
    labels: training.labels,
    first: 0,
    batch: training.labels.length,
  };
  return { type: 'sum', nodes, examples, step };
}

function server() {
  const answers: ShardAnswer[] = [];
  const made = new ShardServer((answer) => answers.push(answer));
  const ask = (...requests: ShardRequest[]) => {
    for (const request of requests) made.handle(request);
    return answers;
  };
  return { ask, sums: () => answers.flatMap((answer) => (answer.type === 'sums' ? answer.sums : [])) };
}

function started() {
  const made = server();
  made.ask(start, { type: 'parameters', parameters: parameters() });
  return made;
}

describe('a shard server', () => {
  it('lets images that were sent ahead wait for the update of the step before them', () => {
    const { ask, sums } = started();
    ask(sumOf(0), sumOf(1), sumOf(2));
    expect(sums()).toHaveLength(1);
    const gradient = (sums()[0] as Float32Array<ArrayBuffer>).slice();
    ask({ type: 'update', gradient, learningRate: 0.1 });
    expect(sums()).toHaveLength(2);
    ask({ type: 'update', gradient: gradient.slice(), learningRate: 0.1 });
    expect(sums()).toHaveLength(3);
  });

  it('computes the next sum with the weights of the update', () => {
    const { ask, sums } = started();
    ask(sumOf(0));
    const gradient = (sums()[0] as Float32Array<ArrayBuffer>).slice();
    const moved = parameters().map((value, i) =>
      Math.fround(value - Math.fround(0.5 * (gradient[i] as number))),
    );
    ask({ type: 'update', gradient: gradient.slice(), learningRate: 0.5 }, sumOf(1));

    const other = server();
    other.ask(start, { type: 'parameters', parameters: moved }, sumOf(1));
    expect(sums()[1]).toEqual(other.sums()[0]);
    expect(sums()[1]).not.toEqual(gradient);
  });

  it('answers with one sum a node and one result a shard', () => {
    const { ask } = started();
    const nodes = [
      { first: 1, end: 2 },
      { first: 2, end: 4 },
    ];
    const answer = ask(sumOf(0, nodes)).at(-1);
    if (answer?.type !== 'sums') throw new Error(`answered ${answer?.type}`);
    expect(answer.sums).toHaveLength(2);
    expect(answer.results).toHaveLength(3);
    for (const { loss } of answer.results) expect(loss).toBeGreaterThan(0);
  });

  it('reads images between two steps without disturbing them', () => {
    const { pixels } = { pixels: randomImages(3).images };
    const undisturbed = started();
    undisturbed.ask(sumOf(0));
    const { ask, sums } = started();
    const answer = ask({ type: 'logits', pixels }, sumOf(0))[1];
    expect(answer?.type === 'logits' && answer.logits.length).toBe(30);
    expect(sums()).toEqual(undisturbed.sums());
  });

  it.each([
    sumOf(0),
    { type: 'logits', pixels: training.images },
    { type: 'parameters', parameters: parameters() },
  ] satisfies ShardRequest[])('answers that it failed when asked before the start: $type', (request) => {
    const [answer] = server().ask(request);
    expect(answer).toMatchObject({ type: 'failed', error: `Error: a ${request.type} before the start` });
  });
});
