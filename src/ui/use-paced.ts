import { useCallback, useEffect, useRef, useState } from 'react';

/** Longer than it takes to read a sentence out. */
const PACE_MS = 4000;

/**
 * The text, but another one at most every four seconds, and then the latest: what changes faster than anyone can listen
 * would be read out to no end, each time broken off by the next.
 */
export function usePaced(text: string): string {
  const [told, setTold] = useState('');
  const latest = useRef('');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const tell = useCallback(() => {
    const now = latest.current;
    setTold(now);
    timer.current = setTimeout(() => {
      timer.current = undefined;
      if (latest.current !== now) tell();
    }, PACE_MS);
  }, []);
  useEffect(() => {
    if (latest.current === text) return;
    latest.current = text;
    if (timer.current === undefined) tell();
  }, [text, tell]);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
      latest.current = '';
    },
    [],
  );
  return told;
}
