import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../../src/model/presets';
import type { LabEvent } from '../../../../src/state/lab-state';
import { reduce } from '../../../../src/state/reducer';
import { READOUT, stateAfter } from '../set-up';
import { networkTold } from '../told';

const STARTING: LabEvent = { type: 'phase', phase: 'starting' };

it('keeps saying why a run was started again while it runs, and forgets it with the next start', () => {
  const settings = DEFAULT_SETTINGS;
  const again = stateAfter(
    STARTING,
    { type: 'fault', fault: { code: 'run-restarted', detail: 'device lost' } },
    networkTold(),
    { type: 'run-started', run: 'a', startedAt: 0, settings, batchesPerEpoch: 4 },
  );
  expect(again.fault?.code).toBe('run-restarted');
  expect(reduce(again, STARTING).fault).toBeUndefined();
});

it('knows no backend any more when the engine is lost, and says what happened', () => {
  const lost = (gone: boolean) =>
    stateAfter(
      { type: 'engine', readout: READOUT },
      { type: 'engine-lost', reason: 'out of memory', gone, goesOn: false },
    );
  expect(lost(false)).toMatchObject({
    readout: undefined,
    engineGone: false,
    fault: { code: 'engine-died', detail: 'out of memory' },
  });
  expect(lost(true)).toMatchObject({ engineGone: true, fault: { code: 'engine-gone' } });
});
