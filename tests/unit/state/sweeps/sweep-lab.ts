import { DEFAULT_SETTINGS } from '../../../../src/model/presets';
import type { Settings } from '../../../../src/model/settings';
import type { Sweep } from '../../../../src/model/sweep';
import type { Evaluation, RunPhase } from '../../../../src/protocol/run';
import { setUp } from '../set-up';
import { batchTold, networkTold } from '../told';

export const BASE: Settings = { ...DEFAULT_SETTINGS, epochs: 9 };

/** Twelve runs: four rates by three optimizers. */
export const TWELVE: Sweep = {
  base: BASE,
  axes: [
    { setting: 'learningRate', from: 0.001, to: 0.1, steps: 4 },
    { setting: 'optimizer', options: ['adam', 'momentum', 'sgd'] },
  ],
  method: 'grid',
  draws: 12,
  halving: false,
};

export const SEEDS: Sweep = { ...TWELVE, axes: [{ setting: 'seed', count: 3 }] };

const evaluation = (right: number, images: number): Evaluation => ({
  images,
  loss: 1,
  accuracy: right / images,
  confusion: [],
});

/** A lab whose engine trains what it is asked to when the test says so. */
export function sweepLab() {
  const lab = setUp(BASE);
  lab.ready();
  let runs = 0;
  const lastAsked = () => (lab.commands.train.mock.lastCall as unknown as [Settings] | undefined)?.[0];
  const phase = (now: RunPhase) => lab.emit({ type: 'phase', phase: now });
  /** The run that was asked for last begins. */
  function begin(): void {
    const settings = lastAsked() ?? BASE;
    runs += 1;
    phase('starting');
    lab.emit(networkTold({ settings }));
    lab.emit({ type: 'run-started', run: `run ${runs}`, startedAt: 0, settings, batchesPerEpoch: 4 });
    phase('running');
    lab.emit(batchTold());
  }
  /** It comes to its end. @param right - of 1000 validation images @param tested - of 1000 test images */
  function finish(right: number, tested = 500): void {
    lab.emit({ type: 'validated', epoch: 1, evaluation: evaluation(right, 1000), weightsVersion: 1 });
    phase('testing');
    lab.emit({ type: 'tested', evaluation: evaluation(tested, 1000) });
    phase('finished');
  }
  const trained = () =>
    (lab.commands.train.mock.calls as unknown as [Settings][]).map(([settings]) => settings);
  const state = () => lab.store.getState();
  return { ...lab, begin, finish, phase, trained, state };
}
