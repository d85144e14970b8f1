import type { StoreApi } from 'zustand/vanilla';
import type { LabState } from '../../state/lab-state';

/** So long nothing has been under way. */
const REST_MS = 3000;

/** Resolves once the data are there, the engine is up, and nothing has been trained or fetched for a while. */
export function atRest(
  { getState, subscribe }: Store,
  isResting: (state: LabState) => boolean,
): Promise<void> {
  return new Promise((resolve) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = () => {
      stop();
      resolve();
    };
    const look = () => {
      if (!isResting(getState())) {
        clearTimeout(timer);
        timer = undefined;
      } else timer ??= setTimeout(end, REST_MS);
    };
    const stop = subscribe(look);
    look();
  });
}

type Store = Pick<StoreApi<LabState>, 'getState' | 'subscribe'>;
