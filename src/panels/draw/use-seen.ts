import { useEffect, useMemo, useState } from 'react';
import type { NormalizedInk } from '../../ink/normalize';
import { drawnImage } from '../../state/drawn-image';
import { useLab } from '../use-lab';

/** What is worked out about a drawing beside its answer waits for the pen to rest, so that it holds up nothing. */
const REST_MS = 300;

/** The drawing that was read, as the network saw it; undefined until the pen has rested, and without ink. */
export function useSeen(): NormalizedInk | undefined {
  const asked = useRested(useLab((state) => state.asked));
  const steps = useLab((state) => state.inkSteps);
  return useMemo(() => asked && drawnImage(asked, steps), [asked, steps]);
}

/** A value once it has stayed the same for a while; undefined until then. */
function useRested<Value>(value: Value): Value | undefined {
  const [rested, setRested] = useState<Value>();
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), REST_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return rested === value ? value : undefined;
}
