import { confusionMatrixPanel } from './confusion-matrix/confusion-matrix';
import { dataPanel } from './data/DataPanel';
import { drawPanel } from './draw/DrawPanel';
import { enginePanel } from './engine/EnginePanel';
import { learningCurvesPanel } from './learning-curves/learning-curves';
import { networkPanel } from './network/NetworkPanel';
import { networkStripPanel } from './network-strip/network-strip';
import type { Panel } from './panel';
import { seenPanel } from './seen/SeenPanel';
import { trainingPanel } from './training/TrainingPanel';

/** Every panel of the lab, in the order in which the page shows them. */
const PANELS: readonly Panel[] = [
  dataPanel,
  networkPanel,
  trainingPanel,
  enginePanel,
  networkStripPanel,
  confusionMatrixPanel,
  learningCurvesPanel,
  drawPanel,
  seenPanel,
];

export const panelsAt = (place: Panel['place']): readonly Panel[] =>
  PANELS.filter((panel) => panel.place === place);
