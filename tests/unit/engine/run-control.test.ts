import { describe, expect, it } from 'vitest';
import { RunControl } from '../../../src/engine/run-control';

describe('RunControl', () => {
  it('lets batches through while it runs', () => {
    const control = new RunControl('running');
    control.takeStep();
    expect(control.waits).toBe(false);
  });

  it('waits after a pause and goes on after a resume', () => {
    const control = new RunControl('running');
    control.pause();
    expect(control.waits).toBe(true);
    control.resume();
    expect(control.waits).toBe(false);
  });

  it('lets exactly one batch through for each step', () => {
    const control = new RunControl('one-step');
    expect(control.waits).toBe(false);
    control.takeStep();
    expect(control.waits).toBe(true);
    control.step();
    control.step();
    control.takeStep();
    expect(control.waits).toBe(false);
    control.takeStep();
    expect(control.waits).toBe(true);
  });

  it('stays stopped whatever is asked afterwards', () => {
    const control = new RunControl('running');
    control.stop();
    control.pause();
    control.resume();
    control.step();
    expect(control.stopping).toBe(true);
    expect(control.waits).toBe(false);
  });

  it('wakes a waiting run at the next command', async () => {
    const control = new RunControl('running');
    control.pause();
    const woken = control.nextCommand();
    control.stop();
    await expect(woken).resolves.toBeUndefined();
  });
});
