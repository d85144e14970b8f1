import { startTransition, useEffect, useState } from 'react';
import type { LabState } from '../state/lab-state';
import { useLabStore } from './use-lab';

type Select<Part> = (state: LabState) => Part;

/**
 * Part of the state, brought up to date at most every `ms` milliseconds, when the page has time: for what changes with
 * each move of the pen and is not the answer that the pen waits for.
 * @param select - must stay the same function
 */
export function useLabEvery<Part>(select: Select<Part>, ms: number): Part {
  const store = useLabStore();
  const [shown, setShown] = useState(() => select(store.getState()));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const update = () => {
      timer = undefined;
      startTransition(() => setShown(() => select(store.getState())));
    };
    update();
    let last = select(store.getState());
    const forget = store.subscribe((state) => {
      const part = select(state);
      if (part === last) return;
      last = part;
      timer ??= setTimeout(update, ms);
    });
    return () => {
      clearTimeout(timer);
      forget();
    };
  }, [store, select, ms]);
  return shown;
}

/**
 * Part of the state once it has stayed the same for `ms` milliseconds; undefined until then.
 * @param select - must stay the same function
 */
export function useLabAtRest<Part>(select: Select<Part>, ms: number): Part | undefined {
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
