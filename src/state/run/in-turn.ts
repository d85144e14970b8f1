import { differIn, effectOf, type SettingName, type Settings } from '../../model/settings';
import { differingSettings } from '../../model/settings-difference';
import type { RunChange, RunPhase } from '../../protocol/run';
import type { ActionContext } from '../controller';
import type { HaltAsked, RunAsked } from '../sessions/sessions-slice';
import type { SettingsChanged } from '../settings/settings-slice';
import { askForRun } from './ask-for-run';
import { halt } from './halt';
import { canStart, type Startable } from './run-selectors';

/* What is the same wherever the lab trains several runs by itself, one after the other. */

/** Trains with the settings that the controls show. */
export interface Trainer {
  readonly change: (patch: Partial<Settings>) => void;
  /** Whether a run can be started now. */
  readonly canStart: () => boolean;
  /** @param changes - that the run takes on by itself */
  readonly train: (changes?: readonly RunChange[]) => void;
  readonly stop: () => void;
}

export const trainerOn = (
  context: ActionContext<Startable, SettingsChanged | HaltAsked | RunAsked>,
): Trainer => ({
  change: (patch) => context.dispatch({ type: 'settings-changed', patch }),
  canStart: () => canStart(context.state()),
  train: (changes) => askForRun(context, context.state().settings, changes),
  stop: () => halt(context, 'stop'),
});

/**
 * Puts settings into the controls and trains with them.
 * @param now - what the controls show
 * @returns whether a run could be started
 */
export function trainWith(trainer: Trainer, now: Settings, next: Settings): boolean {
  trainer.change(changesTo(now, next));
  const can = trainer.canStart();
  if (can) trainer.train();
  return can;
}

/** The changes that lead from one list of settings to another. Only a person can bring files, so these stay away. */
export function changesTo(from: Settings, to: Settings): Partial<Settings> {
  const names = differingSettings(from, to).filter((name) => name !== 'dataset' || to.dataset !== 'files');
  return Object.fromEntries(names.map((name) => [name, to[name]]));
}

/** Where and by what a run is computed: changes of settings, where these are others. */
export function changesOfPlace(from: Settings, to: Settings): Partial<Settings> {
  const names = (Object.keys(to) as SettingName[]).filter(
    (name) => effectOf(name) === 'place' && differIn(name, from, to),
  );
  return Object.fromEntries(names.map((name) => [name, to[name]]));
}

/**
 * What has become of the run under way, for those that wait for it: it is over, well or not; or it was given up, since a
 * person has stopped it or it could not be built. Undefined while it goes on.
 */
export function endOf(before: RunPhase, now: RunPhase): 'finished' | 'failed' | 'given-up' | undefined {
  switch (now) {
    case 'finished':
    case 'failed':
      return now;
    case 'stopped':
      return 'given-up';
    case 'idle':
      // An untrained network that follows the controls is idle too.
      return before === 'starting' ? 'given-up' : undefined;
    case 'starting':
    case 'running':
    case 'paused':
    case 'testing':
      return undefined;
    default:
      return now satisfies never;
  }
}
