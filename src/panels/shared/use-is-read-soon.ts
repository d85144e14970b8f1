import type { LabState } from '../../state/lab-state';
import { useLab } from './use-lab';
import { useLabDebounced } from './use-lab-throttled';

/** After so long, milliseconds, nobody reads them by himself any more: it was cancelled. */
const PATIENCE_MS = 5000;

const isUnread = ({ pretrained, readings, reading }: LabState): boolean =>
  pretrained !== undefined && !readings.validation && !reading;

/** The network that came with the page is about to read the validation images by itself: nobody has to ask for it. */
export function useIsReadSoon(): boolean {
  const waits = useLab(isUnread);
  return useLabDebounced(isUnread, PATIENCE_MS) !== true && waits;
}
