import { useMemo } from 'react';
import type { NormalizedInk } from '../../ink/normalize';
import { drawnImage } from '../../state/drawing/drawn-image';
import type { LabState } from '../../state/lab-state';
import { useLab } from '../shared/use-lab';
import { useLabDebounced } from '../shared/use-lab-throttled';

/** What is worked out about a drawing beside its answer waits for the pen to rest, so that it holds up nothing. */
export const REST_MS = 300;

const askedOf = (state: LabState) => state.submittedDrawing;

/** The drawing that was read, as the network saw it; undefined until the pen has rested, and without ink. */
export function usePreprocessed(): NormalizedInk | undefined {
  const submittedDrawing = useLabDebounced(askedOf, REST_MS);
  const steps = useLab((state) => state.inkSteps);
  return useMemo(() => submittedDrawing && drawnImage(submittedDrawing, steps), [submittedDrawing, steps]);
}
