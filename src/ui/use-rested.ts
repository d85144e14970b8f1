import { useEffect, useState } from 'react';

/**
 * The text once it has not changed for `restMs`: what is read out is not to stumble after a hand that moves. None is so at
 * once: what was said before holds no longer.
 */
export function useRested(text: string, restMs: number): string {
  const [rested, setRested] = useState('');
  useEffect(() => {
    if (text === '') {
      setRested('');
      return;
    }
    const timer = setTimeout(() => setRested(text), restMs);
    return () => clearTimeout(timer);
  }, [text, restMs]);
  return rested;
}
