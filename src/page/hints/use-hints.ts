import { createContext, useCallback, useEffect, useMemo, useState } from 'react';
import { useLab } from '../../panels/shared/use-lab';
import { isCovered } from '../../state/lessons/lesson-selectors';
import { type ToldOnce, toldOnce } from '../told-once';
import { HINTS, type HintId, hintToShow, isDone } from './hints';

interface Hints {
  /** In sight now. */
  readonly shown: HintId | undefined;
  /** It was asked for, and takes the focus. */
  readonly isRecalled: boolean;
  /** It was read, or its deed is done: it does not come by itself again. */
  close(hint: HintId): void;
  closeAll(): void;
  /** Shows it, whatever has been closed or done. */
  recall(hint: HintId): void;
}

const NONE: Hints = {
  shown: undefined,
  isRecalled: false,
  close: () => undefined,
  closeAll: () => undefined,
  recall: () => undefined,
};
export const HintsContext = createContext<Hints>(NONE);

const ofThisBrowser = (hint: HintId): ToldOnce =>
  toldOnce(`digit-lab.hint.${hint}`, () => window.localStorage);

/**
 * The hints of this visit. What was closed or done is kept in the browser; where it keeps nothing, for the visit.
 * In a lesson there are none but those that are asked for.
 */
export function useHints(): Hints {
  const [closed, setClosed] = useState<readonly HintId[]>(() =>
    HINTS.filter((hint) => ofThisBrowser(hint).wasTold()),
  );
  const [recalled, setRecalled] = useState<{ readonly hint: HintId; readonly wasDone: boolean }>();
  const done = useLab((state) => HINTS.filter((hint) => isDone(hint, state)).join(' '));
  const isInLesson = useLab((state) => state.lesson !== undefined || isCovered(state));
  const next = useLab((state) => (isInLesson ? undefined : hintToShow(closed, state)));

  const close = useCallback((...hints: readonly HintId[]) => {
    for (const hint of hints) ofThisBrowser(hint).tell();
    setClosed((before) => [...new Set([...before, ...hints])]);
    setRecalled(undefined);
  }, []);
  useEffect(() => {
    const news = HINTS.filter((hint) => done.includes(hint) && !closed.includes(hint));
    if (news.length > 0 && !isInLesson) close(...news);
  }, [done, closed, isInLesson, close]);
  useEffect(() => {
    if (recalled && !recalled.wasDone && done.includes(recalled.hint)) setRecalled(undefined);
  }, [done, recalled]);

  return useMemo(
    () => ({
      shown: recalled?.hint ?? next,
      isRecalled: recalled !== undefined,
      close,
      closeAll: () => close(...HINTS),
      recall: (hint) => setRecalled({ hint, wasDone: done.includes(hint) }),
    }),
    [recalled, next, close, done],
  );
}
