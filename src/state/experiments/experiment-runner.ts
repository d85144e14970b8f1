import type { Settings } from '../../model/settings';
import type { RunPhase } from '../../protocol/run';
import { endOf, type Trainer, trainWith } from '../run/in-turn';
import type { RunSlice } from '../run/run-slice';
import { isActive } from '../run/run-state';
import type { SettingsSlice } from '../settings/settings-slice';
import type { Experiments, ExperimentsSlice } from './experiments-slice';

/** Settings to repeat a run with: all of them, also where and by what it was computed. The data as in `changesTo`. */
export const repeatOf = (now: Settings, run: Settings): Settings =>
  run.dataset === 'files' ? { ...run, dataset: now.dataset } : run;

interface RunnerParts extends Trainer {
  readonly state: () => ExperimentsSlice & SettingsSlice & RunSlice;
  /** Sets the experiments under way, or that there are none waiting. */
  readonly put: (experiments: Experiments) => void;
}

/** Trains one experiment after the other. */
export class ExperimentRunner {
  constructor(private readonly parts: RunnerParts) {}

  /** Begins with the first of these at once, unless a run is under way. */
  start(base: Settings, runs: readonly Settings[]): void {
    if (isActive(this.parts.state().run.phase)) return;
    this.parts.put({ base, waiting: runs });
    this.next();
  }

  /** Trains no other; the one under way ends too. */
  stop(): void {
    this.drop();
    this.parts.stop();
  }

  /** After a run has ended, the next begins; unless a person has stopped it, or it could not be built. */
  phaseChanged(before: RunPhase, now: RunPhase): void {
    const end = endOf(before, now);
    if (end === 'given-up') this.drop();
    else if (end) this.next();
  }

  /** None of those that wait is trained. */
  drop(): void {
    const { experiments } = this.parts.state();
    if (experiments && experiments.waiting.length > 0) this.parts.put({ ...experiments, waiting: [] });
  }

  private next(): void {
    const { experiments, settings } = this.parts.state();
    const [next, ...waiting] = experiments?.waiting ?? [];
    if (!experiments || !next) return;
    this.parts.put({ ...experiments, waiting });
    if (!trainWith(this.parts, settings, next)) this.drop();
  }
}
