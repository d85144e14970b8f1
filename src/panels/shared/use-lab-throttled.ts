import { startTransition, useEffect, useState } from 'react';
import type { LabState } from '../../state/lab-state';
import { useLabStore } from './use-lab';

type Select<Part> = (state: LabState) => Part;

interface Throttled<Part> {
  /** Must stay the same function. */
  readonly select: Select<Part>;
  /** Whether a change may wait; must stay the same function. */
  readonly canWait: (state: LabState) => boolean;
  /** Between two changes that may wait, milliseconds. */
  readonly every: number;
}

/**
 * Part of the state that need not follow each move of the pen: brought up to date now and then while it can wait, when the
 * page has time, and at once when it can't.
 */
export function useLabThrottled<Part>({ select, canWait, every }: Throttled<Part>): Part {
  const store = useLabStore();
  const [shown, setShown] = useState(() => select(store.getState()));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let last: Part | undefined;
    const show = () => {
      clearTimeout(timer);
      timer = undefined;
      setShown(() => select(store.getState()));
    };
    const follow = (state: LabState) => {
      const part = select(state);
      if (part === last && !(timer && !canWait(state))) return;
      last = part;
      if (!canWait(state)) show();
      else timer ??= setTimeout(() => startTransition(show), every);
    };
    follow(store.getState());
    const forget = store.subscribe(follow);
    return () => {
      clearTimeout(timer);
      forget();
    };
  }, [store, select, canWait, every]);
  return shown;
}

/**
 * Part of the state once it has stayed the same for `ms` milliseconds; undefined until then.
 * @param select - must stay the same function
 */
export function useLabDebounced<Part>(select: Select<Part>, ms: number): Part | undefined {
  const store = useLabStore();
  const [rested, setRested] = useState<Part>();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let last: { readonly part: Part } | undefined;
    const follow = (state: LabState) => {
      const part = select(state);
      if (last?.part === part) return;
      last = { part };
      clearTimeout(timer);
      setRested(undefined);
      timer = setTimeout(() => setRested(() => part), ms);
    };
    follow(store.getState());
    const forget = store.subscribe(follow);
    return () => {
      clearTimeout(timer);
      forget();
    };
  }, [store, select, ms]);
  return rested;
}
