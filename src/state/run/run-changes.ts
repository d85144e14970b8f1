import { LIVE, type LiveSettings, type Settings } from '../../model/settings';
import type { RunChange, RunPhase } from '../../protocol/run';
import type { RunState } from './run-state';

/** Whether a batch may come that changed settings would hold for. */
export function takesChanges(phase: RunPhase): boolean {
  switch (phase) {
    case 'starting':
    case 'running':
    case 'paused':
      return true;
    case 'testing':
    case 'idle':
    case 'finished':
    case 'stopped':
    case 'failed':
      return false;
    default:
      return phase satisfies never;
  }
}

/** The settings that the run in sight trains by now, or trained by last. */
export const settingsNow = ({
  settings,
  changes,
}: Pick<RunState, 'settings' | 'changes'>): Settings | undefined =>
  settings && { ...settings, ...Object.fromEntries(changes.map(({ name, to }) => [name, to])) };

/** What of the wishes the run has not taken on. */
export function withoutTaken(
  asked: Partial<LiveSettings>,
  changes: readonly RunChange[],
): Partial<LiveSettings> {
  const isOpen = (name: keyof LiveSettings) =>
    name in asked && !changes.some((change) => change.name === name && change.to === asked[name]);
  return Object.fromEntries(LIVE.filter(isOpen).map((name) => [name, asked[name]]));
}
