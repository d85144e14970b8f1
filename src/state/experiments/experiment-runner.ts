import type { Settings } from '../../model/settings';
import { differingSettings } from '../../model/settings-difference';
import type { RunPhase } from '../../protocol/run';
import { isActive } from '../run/run-selectors';
import type { RunSlice } from '../run/run-slice';
import type { SettingsSlice } from '../settings/settings-slice';
import type { Experiments, ExperimentsSlice } from './experiments-slice';

/** The changes that lead from one list of settings to another. Only a person can bring files, so these stay away. */
export function changesTo(from: Settings, to: Settings): Partial<Settings> {
  const names = differingSettings(from, to).filter((name) => name !== 'dataset' || to.dataset !== 'files');
  return Object.fromEntries(names.map((name) => [name, to[name]]));
}

/** Settings to repeat a run with: all of them, also where and by what it was computed. The data as in `changesTo`. */
export const repeatOf = (now: Settings, run: Settings): Settings =>
  run.dataset === 'files' ? { ...run, dataset: now.dataset } : run;

interface RunnerParts {
  readonly state: () => ExperimentsSlice & SettingsSlice & RunSlice;
  /** Sets the experiments under way, or that there are none waiting. */
  readonly put: (experiments: Experiments) => void;
  readonly change: (patch: Partial<Settings>) => void;
  /** Whether a run can be started now. */
  readonly canStart: () => boolean;
  readonly train: () => void;
  readonly stop: () => void;
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
    switch (now) {
      case 'finished':
      case 'failed':
        this.next();
        return;
      case 'stopped':
        this.drop();
        return;
      case 'idle':
        // An untrained network that follows the controls is idle too.
        if (before === 'starting') this.drop();
        return;
      case 'starting':
      case 'running':
      case 'paused':
      case 'testing':
        return;
      default:
        now satisfies never;
    }
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
    this.parts.change(changesTo(settings, next));
    if (this.parts.canStart()) this.parts.train();
    else this.drop();
  }
}
