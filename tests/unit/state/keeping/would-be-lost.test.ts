import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../../src/model/presets';
import { keepsRun, wouldBeLost } from '../../../../src/state/keeping/would-be-lost';
import type { LabEvent } from '../../../../src/state/lab-state';
import { stateAfter } from '../set-up';
import { batchTold } from '../told';

const KEPT: LabEvent = { type: 'keeping', keeping: 'kept' };
const BLOCKED: LabEvent = { type: 'keeping', keeping: 'blocked' };
const RUN: readonly LabEvent[] = [
  { type: 'run-started', run: 'a', settings: DEFAULT_SETTINGS, batchesPerEpoch: 4, startedAt: 0 },
  { type: 'phase', phase: 'running' },
  batchTold(),
];
const OVER: LabEvent = { type: 'phase', phase: 'finished' };
const notKept = (what: 'run' | 'network' | 'library' | 'read'): LabEvent => ({
  type: 'not-kept',
  notKept: { what, reason: 'full' },
});
const DISMISSED: LabEvent = { type: 'not-kept-dismissed' };
const kept = (what: 'run' | 'network'): LabEvent => ({ type: 'kept', what });
const sweep = (status: 'running' | 'paused' | 'done'): LabEvent => ({
  type: 'sweep-set',
  kind: 'sweep',
  sweep: {
    sweep: { base: DEFAULT_SETTINGS, axes: [], method: 'grid' } as never,
    ...{ id: 'a', number: 1, results: [], status, underWay: undefined, left: undefined, files: undefined },
  },
});
const digits = (keeping: 'kept' | 'blocked' | 'newer' | 'refused'): LabEvent => ({
  type: 'own-digits-changed',
  patch: { keeping, digits: [{ id: 'a' } as never] },
});

it.each<[string, readonly LabEvent[]]>([
  ['a page on which nothing has been done', []],
  ['a run that is kept as it goes', [KEPT, ...RUN]],
  ['a network that is kept', [KEPT, ...RUN, OVER]],
  ['a run that is kept at the second try', [KEPT, ...RUN, notKept('run'), kept('run')]],
  ['a network after one that could not be kept', [KEPT, notKept('network'), ...RUN, OVER, kept('network')]],
  ['a network whose new name could not be kept', [KEPT, ...RUN, OVER, notKept('library')]],
  ['a sweep that is done', [KEPT, sweep('done')]],
  ['own digits that are kept', [digits('kept')]],
])('nothing is lost with %s', (_, events) => {
  expect(wouldBeLost(stateAfter(...events))).toBe(false);
});

it.each<[string, readonly LabEvent[]]>([
  ['a run where the browser keeps nothing', [BLOCKED, ...RUN]],
  ['a run before it is known whether it can be kept', RUN],
  ['a run for which there is no room', [KEPT, ...RUN, notKept('run')]],
  ['a network where the browser keeps nothing', [BLOCKED, ...RUN, OVER]],
  ['a network for which there is no room', [KEPT, ...RUN, OVER, notKept('network')]],
  ['a run for which there is no room, which is known', [KEPT, ...RUN, notKept('run'), DISMISSED]],
  [
    'a network for which there is no room, which is known',
    [KEPT, ...RUN, OVER, notKept('network'), DISMISSED],
  ],
  [
    'a run for which there is no room, also where worse is told',
    [KEPT, ...RUN, notKept('run'), notKept('read')],
  ],
  [
    'a network for which there is no room, also where a run is kept',
    [KEPT, ...RUN, OVER, notKept('network'), notKept('read'), kept('run')],
  ],
  ['a sweep under way', [KEPT, sweep('running')]],
  ['a sweep that was paused', [KEPT, sweep('paused')]],
  ['own digits where the browser keeps nothing', [digits('blocked')]],
  ['own digits where a later page has taken over', [digits('newer')]],
  ['own digits for which there is no room', [digits('refused')]],
  ['a lesson that is being written', [{ type: 'lesson-drafted', draft: {} as never }]],
])('something is lost with %s', (_, events) => {
  expect(wouldBeLost(stateAfter(...events))).toBe(true);
});

it('a run is kept as it goes, unless there is no room for it', () => {
  expect(keepsRun(stateAfter(KEPT))).toBe(true);
  expect(keepsRun(stateAfter(KEPT, notKept('run')))).toBe(false);
});
