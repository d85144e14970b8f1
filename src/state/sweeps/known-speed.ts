import type { Settings } from '../../model/settings';
import { differInSpeed } from '../../model/speeds';
import type { HistorySlice } from '../history/history-slice';
import type { SpeedsSlice } from '../speeds/speeds-slice';

type Known = Pick<HistorySlice, 'runs'> & SpeedsSlice;

/**
 * Training images a second with such settings: of the last run that was as fast as they are, with its validations; else
 * as measured for the next run. Undefined where nothing is known.
 */
export function knownSpeed({ runs, speeds }: Known, settings: Settings): number | undefined {
  const last = runs.findLast(
    (run) => run.seconds > 0 && run.epochs > 0 && !differInSpeed(run.settings, settings),
  );
  if (last) {
    const images = Math.min(last.settings.trainingImages, last.data?.train ?? Number.POSITIVE_INFINITY);
    return (last.epochs * images) / last.seconds;
  }
  const measured = speeds?.candidates.find(({ backend }) => backend === speeds.fastest)?.result;
  return measured && 'imagesPerSecond' in measured ? measured.imagesPerSecond : undefined;
}
