import type { ProblemCode } from '../../../src/data/dataset';
import en from '../../../src/locales/en.json';
import type { AddressNote } from '../../../src/model/address';
import type { Fault } from '../../../src/protocol/engine-api';
import type { NotKept } from '../../../src/state/keeping/keeping-slice';
import { NO_OWN_DIGITS } from '../../../src/state/own-digits/own-digits';
import type { FakeLab } from '../../fixtures/fake-lab';
import { ownDigits } from '../../fixtures/own-digits';

type States = Readonly<Record<string, (lab: FakeLab) => void>>;

const PROBLEMS = Object.keys(en.data.problems) as ProblemCode[];

/** The moments of a visit, in the order in which one lab can come to them, and what brings it there. */
export const MOMENTS: States = {
  starting: () => undefined,
  'no data, for every reason': (lab) => {
    const problems = PROBLEMS.map((code) => ({ code, file: 'train-images', source: 'this page' }) as const);
    lab.emit({ type: 'dataset', dataset: { status: 'missing', id: 'mnist', problems } });
  },
  fresh: (lab) => lab.pretrained(),
  untrained: (lab) => lab.ready(),
  training: (lab) => lab.training(),
  paused: (lab) => lab.emit({ type: 'phase', phase: 'paused' }),
  trained: (lab) => {
    lab.trained();
    lab.store.setState({ ownDigits: { ...NO_OWN_DIGITS, isLoaded: true, digits: ownDigits(3) } });
  },
};

const FAULTS = (Object.keys(en.faults) as (keyof typeof en.faults)[]).filter(
  (key): key is Fault['code'] => key !== 'dismiss' && key !== 'startAgain',
);
const NOTES = Object.keys(en.notes).filter(
  (key) => key !== 'title' && key !== 'dismiss',
) as AddressNote['code'][];
const WHAT = ['run', 'network', 'record', 'read'] as const satisfies readonly NotKept['what'][];
const WHY = ['full', 'damaged', 'stale', 'refused'] as const satisfies readonly NotKept['reason'][];

const inState = (changes: Partial<ReturnType<FakeLab['store']['getState']>>) => (lab: FakeLab) =>
  lab.store.setState(changes);

/** Everything that the page says above its panels, each by itself. */
export const MESSAGES: States = {
  ...Object.fromEntries(
    FAULTS.map((code) => [code, inState({ fault: { code, detail: 'out of memory' } })] as const),
  ),
  'notes on the address': inState({
    fault: undefined,
    addressNotes: NOTES.map((code) => ({ code, key: `${code}-key`, given: '1e9', used: '100' })),
  }),
  ...Object.fromEntries(
    WHAT.map((what, i) => {
      const reason = WHY[i] ?? 'full';
      return [
        `${what} not kept: ${reason}`,
        inState({ addressNotes: [], notKept: { what, reason } }),
      ] as const;
    }),
  ),
  'nothing is kept': inState({ notKept: undefined, keeping: 'blocked' }),
  'kept by a newer page': inState({ keeping: 'newer' }),
  'a new version': inState({ keeping: 'kept', hasNewVersion: true }),
  'no room for the page': inState({ hasNewVersion: false, hasNoRoom: true }),
  'an interrupted run': (lab) => {
    const { run } = lab.store.getState();
    const checkpoint = { settings: lab.store.getState().settings, finishedEpochs: 1, trainedBatches: 6 };
    // Of what is kept of a run the bar reads this alone.
    inState({ hasNoRoom: false, interrupted: { run, checkpoint } as never })(lab);
  },
  'looking back': (lab) => {
    inState({ interrupted: undefined })(lab);
    lab.emit({ type: 'kept-epochs', kept: { budgetBytes: 100, bytes: 50, runs: { a: [0, 1, 2] } } });
    const { settings } = lab.store.getState();
    const at = { run: 'a', epoch: 1 };
    lab.emit({ type: 'looked-back', at, settings, trainedBatches: 4, weightsVersion: 900 });
  },
};
