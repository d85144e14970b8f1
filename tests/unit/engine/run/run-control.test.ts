import { describe, expect, it } from 'vitest';
import { RunControl } from '../../../../src/engine/run/run-control';

describe('RunControl', () => {
  it('lets batches and evaluations through while it runs', () => {
    const control = new RunControl('running');
    control.takeStep();
    expect(control.batchWaits).toBe(false);
    expect(control.evaluationWaits).toBe(false);
  });

  it('holds both after a pause and lets both go on after a resume', () => {
    const control = new RunControl('running');
    control.pause();
    expect(control.batchWaits).toBe(true);
    expect(control.evaluationWaits).toBe(true);
    control.resume();
    expect(control.batchWaits).toBe(false);
    expect(control.evaluationWaits).toBe(false);
  });

  it('lets exactly one batch through for each step, and whatever evaluation follows it', () => {
    const control = new RunControl('one-step');
    expect(control.batchWaits).toBe(false);
    control.takeStep();
    expect(control.batchWaits).toBe(true);
    expect(control.evaluationWaits).toBe(false);
    control.step();
    control.step();
    control.takeStep();
    expect(control.batchWaits).toBe(false);
    control.takeStep();
    expect(control.batchWaits).toBe(true);
  });

  it('forgets steps that were not taken when it is paused', () => {
    const control = new RunControl('one-step');
    control.step();
    control.pause();
    expect(control.batchWaits).toBe(true);
  });

  it('stays stopped whatever is asked afterwards', () => {
    const control = new RunControl('running');
    control.stop();
    control.pause();
    control.resume();
    control.step();
    expect(control.stopping).toBe(true);
    expect(control.batchWaits).toBe(false);
  });

  it('wakes a waiting run at the next command', async () => {
    const control = new RunControl('running');
    control.pause();
    const woken = control.nextCommand();
    control.stop();
    await expect(woken).resolves.toBeUndefined();
  });
});
