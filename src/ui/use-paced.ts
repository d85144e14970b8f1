import { useEffect, useRef, useState } from 'react';

/** Longer than it takes to read a sentence out. */
const PACE_MS = 4000;

/**
 * The text, but another one at most every four seconds, and then the latest: what changes faster than anyone can listen
 * would be read out to no end, each time broken off by the next.
 */
export function usePaced(text: string): string {
  const [told, setTold] = useState(text);
  const latest = useRef(text);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    latest.current = text;
    if (timer.current !== undefined || text === told) return;
    setTold(text);
    timer.current = setTimeout(() => {
      timer.current = undefined;
      setTold(latest.current);
    }, PACE_MS);
  }, [text, told]);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
    [],
  );
  return told;
}
