import type { StoreApi } from 'zustand/vanilla';
import type { LabState } from './lab-state';

/** What a run and its readings change by themselves, several times a second; all else is a person's doing, or news. */
const MAY_LAG = [
  'run',
  'readings',
  'reading',
  'standing',
  'keptEpochs',
  'toldWeights',
  'latestWeights',
  'weightsVersion',
  'restingWeights',
  'answer',
  // Its tensors and bytes; another backend tells of itself in more.
  'readout',
] as const satisfies readonly (keyof LabState)[];

const lagging: ReadonlySet<string> = new Set(MAY_LAG);

/** Whether what is shown may stay for a moment: the same run has only gone on since. */
function mayLag(now: LabState, shown: LabState): boolean {
  if (now.run.id !== shown.run.id || now.run.phase !== shown.run.phase) return false;
  return (Object.keys(now) as (keyof LabState)[]).every(
    (field) =>
      lagging.has(field) ||
      Object.is(now[field], shown[field]) ||
      (field === 'subject' && isSameImage(now.subject, shown.subject)),
  );
}

/** Only what the network makes of it has become another. */
const isSameImage = (a: LabState['subject'], b: LabState['subject']): boolean =>
  a?.image === b?.image && a?.from === b?.from;

/** When its turn comes: in a task of its own. A newer update takes the place of the waiting one. */
interface Turns {
  put(who: object, update: () => void): void;
  cancel(who: object): void;
}

/**
 * The lab's state as one panel shows it: whole states, the newest as soon as the panel's turn comes, and at once
 * whatever more than the training has changed. What is read from it at one time always belongs together.
 */
export function laggingStore(store: StoreApi<LabState>, turns: Turns): StoreApi<LabState> {
  let shown = store.getState();
  let forget: (() => void) | undefined;
  const listeners = new Set<Parameters<typeof store.subscribe>[0]>();
  const show = () => {
    const before = shown;
    shown = store.getState();
    if (shown !== before) for (const listener of [...listeners]) listener(shown, before);
  };
  const follow = () => {
    if (mayLag(store.getState(), shown)) return turns.put(listeners, show);
    turns.cancel(listeners);
    show();
  };
  return {
    ...store,
    getState: () => shown,
    subscribe(listener) {
      if (!forget) {
        shown = store.getState();
        forget = store.subscribe(follow);
      }
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        turns.cancel(listeners);
        forget?.();
        forget = undefined;
      };
    },
  };
}
