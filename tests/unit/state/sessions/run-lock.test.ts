import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { holdRun, isHeld } from '../../../../src/state/sessions/run-lock';

afterEach(() => vi.unstubAllGlobals());

describe('where the page is no secure context, so that there are no locks', () => {
  beforeEach(() => void vi.stubGlobal('navigator', {}));

  it('knows a run that another tab is at work on, until it lets go', async () => {
    const letGo = holdRun('a');
    expect(await Promise.all([isHeld('a'), isHeld('b')])).toEqual([true, false]);
    letGo();
    expect(await isHeld('a')).toBe(false);
  });

  it('is as if it were alone where tabs can not talk either', async () => {
    vi.stubGlobal('BroadcastChannel', undefined);
    const letGo = holdRun('a');
    expect(await isHeld('a')).toBe(false);
    letGo();
  });
});
