import { describe, expect, it } from 'vitest';
import { type Dispatch, dispatchesOf } from '../../../../bench/gpu/dispatches';
import { trainingFlops } from '../../../../bench/speed/flops';
import { planOf } from '../../../../src/model/shapes';
import { network } from '../../../fixtures/networks';

const BATCH = 128;
const plan = planOf(network('c8k5-p2-c16k5-p2-d10'));
const dispatches = dispatchesOf(plan, BATCH);
const called = (name: string) => dispatches.find((dispatch) => dispatch.name.startsWith(name)) as Dispatch;

describe('the dispatches of a step', () => {
  it('do the work that the network is counted for', () => {
    const all = dispatches.reduce((sum, { flops }) => sum + flops, 0);
    expect(all).toBe(BATCH * trainingFlops(plan));
  });

  it('read each image of a batch once and write it as floats', () => {
    expect(called('gather').bytes).toBe(BATCH * 784 * (1 + 4));
  });

  it('read of the parameters those of their layer', () => {
    // Input 28×28×1, output 12×12×8 with a byte a value for its place in the window; 26 vectors of 2 × 16 bytes.
    const values = BATCH * (784 + 12 * 12 * 8);
    expect(called('conv 1, forward').bytes).toBe(4 * values + BATCH * 12 * 12 * 8 + 26 * 2 * 16);
  });

  it('read and write parameters and both moments where they take the optimizer’s step', () => {
    const own = dispatches.find(({ name }) => name.includes('dense') && name.includes('weight')) as Dispatch;
    // 257 rows of 3 vectors; values of 256 inputs and the gradients of 12 outputs.
    expect(own.bytes).toBe(2 * 3 * 257 * 3 * 16 + BATCH * 4 * (256 + 12));
  });

  it('are told in whole workgroups of at least as many invocations', () => {
    for (const { name, workgroups, invocations } of dispatches) {
      expect(Number.isInteger(workgroups), name).toBe(true);
      expect(invocations / workgroups, name).toBeGreaterThanOrEqual(32);
    }
  });
});
