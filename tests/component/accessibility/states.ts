import type { FakeLab } from '../../fixtures/fake-lab';

/** The moments of a visit, in the order in which one lab can come to them, and what brings it there. */
export const MOMENTS: Readonly<Record<string, (lab: FakeLab) => void>> = {
  starting: () => undefined,
  'no data': (lab) =>
    lab.emit({
      type: 'dataset',
      dataset: {
        status: 'missing',
        id: 'mnist',
        problems: [{ code: 'unreachable', file: 'train-images', source: 'this page' }],
      },
    }),
  fresh: (lab) => lab.pretrained(),
  untrained: (lab) => lab.ready(),
  training: (lab) => lab.training(),
  paused: (lab) => lab.emit({ type: 'phase', phase: 'paused' }),
  trained: (lab) => lab.trained(),
};
