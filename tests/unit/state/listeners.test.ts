import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { CAPABILITIES } from '../../../src/state/capabilities';
import { eventually } from '../../fixtures/eventually';
import { setUp, stateAfter } from './set-up';

const reported = vi.fn();
const error = new Error('of a listener');
const fail = () => {
  throw error;
};

beforeEach(() => {
  reported.mockClear();
  vi.stubGlobal('reportError', reported);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

it('a listener of the state that throws keeps none after it from hearing, and its error is told', () => {
  const { store, actions } = setUp();
  const after = vi.fn();
  store.subscribe(fail);
  store.subscribe(after);
  actions.setLive(false);
  expect(after).toHaveBeenCalledTimes(1);
  expect(reported).toHaveBeenCalledExactlyOnceWith(error);
});

/** Has the controller of a capability do this after a change of the run's phase. */
function afterPhase(
  capability: { readonly control: (typeof CAPABILITIES)[number]['control'] },
  does: () => void,
) {
  const real = capability.control as (context: unknown) => object;
  vi.spyOn(capability, 'control').mockImplementation(
    (context: unknown) => ({ ...real(context), after: { phase: does } }) as never,
  );
}

it('what follows from an event follows in every capability, though one of them throws', () => {
  const [first] = CAPABILITIES;
  const last = CAPABILITIES[CAPABILITIES.length - 1] ?? first;
  const after = vi.fn();
  afterPhase(first, fail);
  afterPhase(last, after);
  setUp().emit({ type: 'phase', phase: 'idle' });
  expect(after).toHaveBeenCalledTimes(1);
  expect(reported).toHaveBeenCalledExactlyOnceWith(error);
});

it('a slice that throws keeps its fields, and the others take the event in', () => {
  const [first] = CAPABILITIES;
  vi.spyOn(first.slice, 'on', 'get').mockReturnValue({ ...first.slice.on, phase: fail } as never);
  expect(stateAfter({ type: 'phase', phase: 'running' }).run.phase).toBe('running');
  expect(reported).toHaveBeenCalledExactlyOnceWith(error);
});

it('a listener of images that throws keeps none after it from hearing', async () => {
  const { images } = setUp();
  const after = vi.fn();
  images.subscribe(fail);
  images.subscribe(after);
  images.want({ set: 'test', position: 3 });
  await eventually(() => expect(after).toHaveBeenCalledTimes(1));
  expect(reported).toHaveBeenCalledExactlyOnceWith(error);
});
