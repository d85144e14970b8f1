import type { StoreApi } from 'zustand/vanilla';
import { wouldBeLost } from '../state/keeping/would-be-lost';
import type { LabState } from '../state/lab-state';

/**
 * Has the browser ask before the page is closed or reloaded, as long as something would be lost by it. It listens then
 * alone: with such a listener some browsers do not keep a page for the way back.
 */
export function warnBeforeLoss(store: Pick<StoreApi<LabState>, 'getState' | 'subscribe'>): void {
  let isWarning = false;
  const follow = (state: LabState) => {
    const isNeeded = wouldBeLost(state);
    if (isNeeded === isWarning) return;
    isWarning = isNeeded;
    if (isNeeded) window.addEventListener('beforeunload', ask);
    else window.removeEventListener('beforeunload', ask);
  };
  follow(store.getState());
  store.subscribe(follow);
}

function ask(event: BeforeUnloadEvent): void {
  event.preventDefault();
  // Chrome before 119 asks for this alone.
  event.returnValue = true;
}
