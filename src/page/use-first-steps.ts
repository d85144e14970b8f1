import { useCallback, useState } from 'react';
import { useLab } from '../panels/shared/use-lab';
import { type ToldOnce, toldOnce } from './told-once';

const ofThisBrowser = toldOnce('digit-lab.first-steps', () => window.localStorage);

/** Whether a newcomer is told what to do: in the first visit, until it is put away or a run begins. */
export function useFirstSteps(once: ToldOnce = ofThisBrowser) {
  const [isWanted, setWanted] = useState(() => !once.wasTold());
  const hasRun = useLab((state) => state.run.settings !== undefined);
  return {
    isShown: isWanted && !hasRun,
    onShown: useCallback(() => once.tell(), [once]),
    onDismiss: useCallback(() => setWanted(false), []),
  };
}
