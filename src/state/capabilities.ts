import { controlData } from './data/data-actions';
import { dataSlice } from './data/data-slice';
import { controlDrawing } from './drawing/drawing-actions';
import { drawingSlice } from './drawing/drawing-slice';
import { controlEngine } from './engine/engine-actions';
import { engineSlice } from './engine/engine-slice';
import { controlExperiments } from './experiments/experiments-actions';
import { experimentsSlice } from './experiments/experiments-slice';
import { controlFineTuning } from './fine-tuning/fine-tuning-actions';
import { fineTuningSlice } from './fine-tuning/fine-tuning-slice';
import { controlHistory } from './history/history-actions';
import { historySlice } from './history/history-slice';
import { controlInspection } from './inspection/inspection-actions';
import { inspectionSlice } from './inspection/inspection-slice';
import { controlKeeping } from './keeping/keeping-actions';
import { keepingSlice } from './keeping/keeping-slice';
import { controlLessons } from './lessons/lesson-actions';
import { lessonSlice } from './lessons/lesson-slice';
import { controlLibrary } from './library/library-actions';
import { librarySlice } from './library/library-slice';
import { controlLookBack } from './look-back/look-back-actions';
import { lookBackSlice } from './look-back/look-back-slice';
import { controlNetwork } from './network/network-actions';
import { networkSlice } from './network/network-slice';
import { controlOffline } from './offline/offline-actions';
import { offlineSlice } from './offline/offline-slice';
import { controlOwnDigits } from './own-digits/own-digits-actions';
import { ownDigitsSlice } from './own-digits/own-digits-slice';
import { controlRateFinder } from './rate-finder/rate-finder-actions';
import { rateFinderSlice } from './rate-finder/rate-finder-slice';
import { controlRun } from './run/run-actions';
import { runSlice } from './run/run-slice';
import { controlSelection } from './selection/selection-actions';
import { selectionSlice } from './selection/selection-slice';
import { controlAskedRun } from './sessions/asked-run-actions';
import { askedRunSlice } from './sessions/asked-run-slice';
import { controlSessions } from './sessions/sessions-actions';
import { sessionsSlice } from './sessions/sessions-slice';
import { controlSettings } from './settings/settings-actions';
import { settingsSlice } from './settings/settings-slice';
import { controlSpeeds } from './speeds/speeds-actions';
import { speedsSlice } from './speeds/speeds-slice';
import { controlSweeps } from './sweeps/sweeps-actions';
import { sweepsSlice } from './sweeps/sweeps-slice';

/**
 * All that the lab can do, a line each: state, events and actions of the lab are the sums of theirs. Each is told of an
 * event in this order: the network before the data, and both before what looks at images with them.
 */
export const CAPABILITIES = [
  { slice: engineSlice, control: controlEngine },
  { slice: settingsSlice, control: controlSettings },
  { slice: speedsSlice, control: controlSpeeds },
  { slice: networkSlice, control: controlNetwork },
  { slice: dataSlice, control: controlData },
  { slice: runSlice, control: controlRun },
  { slice: rateFinderSlice, control: controlRateFinder },
  { slice: keepingSlice, control: controlKeeping },
  { slice: sessionsSlice, control: controlSessions },
  { slice: askedRunSlice, control: controlAskedRun },
  { slice: librarySlice, control: controlLibrary },
  { slice: historySlice, control: controlHistory },
  { slice: lookBackSlice, control: controlLookBack },
  { slice: experimentsSlice, control: controlExperiments },
  { slice: sweepsSlice, control: controlSweeps },
  { slice: drawingSlice, control: controlDrawing },
  { slice: selectionSlice, control: controlSelection },
  { slice: inspectionSlice, control: controlInspection },
  { slice: ownDigitsSlice, control: controlOwnDigits },
  { slice: fineTuningSlice, control: controlFineTuning },
  { slice: lessonSlice, control: controlLessons },
  { slice: offlineSlice, control: controlOffline },
] as const;
