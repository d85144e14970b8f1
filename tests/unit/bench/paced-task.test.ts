import { describe, expect, it } from 'vitest';
import { PacedTask } from '../../../bench/speed/worker/paced-task';

/** A task on a clock of its own that takes `first` ms for its first step and `each` for the others. */
function pacedTask({ first, each, units = 10 }: { first: number; each: number; units?: number }) {
  let [now, done] = [0, 0];
  const calls: number[] = [];
  const task = {
    unitsAStep: units,
    async run(steps: number) {
      calls.push(steps);
      for (let step = 0; step < steps; step++) now += done++ === 0 ? first : each;
    },
  };
  return { paced: new PacedTask(task, () => now), calls };
}

describe('a paced task', () => {
  it('tells units a second', async () => {
    const { paced } = pacedTask({ first: 20, each: 2, units: 128 });
    await paced.warmUp(100);
    expect(await paced.turn(800)).toBeCloseTo((128 * 1000) / 2, 6);
  });

  it('works for as long as asked', async () => {
    const { paced, calls } = pacedTask({ first: 20, each: 2 });
    await paced.warmUp(100);
    await paced.turn(800);
    expect(calls.at(-1)).toBe(400);
  });

  it('does not let the first step, slow from compiling, set the pace', async () => {
    const { paced, calls } = pacedTask({ first: 5000, each: 2 });
    await paced.warmUp(100);
    await paced.turn(800);
    expect(calls.at(-1)).toBe(400);
  });

  it('is warm after two steps where each takes longer than the warm-up', async () => {
    const { paced, calls } = pacedTask({ first: 4000, each: 3000 });
    await paced.warmUp(400);
    expect(calls).toEqual([1, 1]);
  });

  it('does one step at least, however slow it is', async () => {
    const { paced, calls } = pacedTask({ first: 4000, each: 3000 });
    await paced.warmUp(400);
    await paced.turn(800);
    expect(calls.at(-1)).toBe(1);
    expect(await paced.turn(800)).toBeCloseTo(10 / 3, 6);
  });

  it('counts what a step asks of the device, without what the end of a run costs', async () => {
    const { paced, calls } = pacedTask({ first: 20, each: 50 });
    await paced.warmUp(100);
    const count = async (work: () => Promise<void>) => {
      await work();
      const steps = calls.at(-1) as number;
      // Seven dispatches and a quarter of a submit a step; a run ends with a dispatch and a submit of its own.
      return { dispatches: 7 * steps + 1, submits: steps / 4 + 1, uploadedBytes: 500 * steps, buffers: 3 };
    };
    expect(await paced.calls(count)).toEqual({
      dispatches: 7,
      submits: 0.25,
      uploadedBytes: 500,
      buffers: 0,
    });
    expect(calls.slice(-2)).toEqual([30, 60]);
  });
});
