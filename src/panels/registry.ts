import { activationMapsPanel } from './activation-maps/activation-maps';
import { asReportedPanel } from './as-reported/as-reported';
import { augmentationPanel } from './augmentation/augmentation';
import { classificationReportPanel } from './classification-report/classification-report';
import { conclusionsPanel } from './conclusions/conclusions';
import { confusionMatrixPanel } from './confusion-matrix/confusion-matrix';
import { dataPanel } from './data/data';
import { dataBrowserPanel } from './data-browser/data-browser';
import { drawPanel } from './draw/draw';
import { enginePanel } from './engine/engine';
import { experimentsPanel } from './experiments/experiments';
import { filtersPanel } from './filters/filters';
import { inspectorPanel } from './inspector/inspector';
import { interventionsPanel } from './interventions/interventions';
import { learningCurvesPanel } from './learning-curves/learning-curves';
import { misclassifiedPanel } from './misclassified/misclassified';
import { networkPanel } from './network/network';
import { networkStripPanel } from './network-strip/network-strip';
import { ownDigitsPanel } from './own-digits/own-digits';
import type { Panel } from './panel';
import { projectionPanel } from './projection/projection';
import { seenPanel } from './seen/seen';
import { testImagePanel } from './test-image/test-image';
import { trainingPanel } from './training/training';
import { whyPanel } from './why/why';

/** Every panel of the lab, in the order in which the page shows them. */
const PANELS: readonly Panel[] = [
  dataPanel,
  networkPanel,
  trainingPanel,
  augmentationPanel,
  enginePanel,
  networkStripPanel,
  confusionMatrixPanel,
  learningCurvesPanel,
  conclusionsPanel,
  misclassifiedPanel,
  classificationReportPanel,
  dataBrowserPanel,
  testImagePanel,
  activationMapsPanel,
  whyPanel,
  filtersPanel,
  interventionsPanel,
  projectionPanel,
  inspectorPanel,
  experimentsPanel,
  ownDigitsPanel,
  asReportedPanel,
  drawPanel,
  seenPanel,
];

export const panelsAt = (place: Panel['place']): readonly Panel[] =>
  PANELS.filter((panel) => panel.place === place);
