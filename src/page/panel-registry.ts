import { activationMapsPanel } from '../panels/activation-maps/activation-maps';
import { asReportedPanel } from '../panels/as-reported/as-reported';
import { augmentationPanel } from '../panels/augmentation/augmentation';
import { classificationReportPanel } from '../panels/classification-report/classification-report';
import { conclusionsPanel } from '../panels/conclusions/conclusions';
import { confusionMatrixPanel } from '../panels/confusion-matrix/confusion-matrix';
import { dataPanel } from '../panels/data/data';
import { dataBrowserPanel } from '../panels/data-browser/data-browser';
import { drawPanel } from '../panels/draw/draw';
import { enginePanel } from '../panels/engine/engine';
import { filtersPanel } from '../panels/filters/filters';
import { inspectorPanel } from '../panels/inspector/inspector';
import { interventionsPanel } from '../panels/interventions/interventions';
import { learningCurvesPanel } from '../panels/learning-curves/learning-curves';
import { lessonPanel, lessonsPanel } from '../panels/lessons/lessons';
import { libraryPanel } from '../panels/library/library';
import { misclassifiedPanel } from '../panels/misclassified/misclassified';
import { networkPanel } from '../panels/network/network';
import { networkStripPanel } from '../panels/network-strip/network-strip';
import { ownDigitsPanel } from '../panels/own-digits/own-digits';
import { preprocessingPanel } from '../panels/preprocessing/preprocessing';
import { projectionPanel } from '../panels/projection/projection';
import { reportPanel } from '../panels/report/report';
import { runResultPanel } from '../panels/run-result/run-result';
import { runsPanel } from '../panels/runs/runs';
import { sweepsPanel } from '../panels/runs/sweeps/sweeps';
import type { ResultPanel, SidePanel } from '../panels/shared/panel';
import { takeAwayPanel } from '../panels/take-away/take-away';
import { testImagePanel } from '../panels/test-image/test-image';
import { trainingPanel } from '../panels/training/training';
import { walkPanel } from '../panels/walk/walk';
import { whyPanel } from '../panels/why/why';

/** The panels without a tab, in the order in which the page shows them. */
const SIDE_PANELS: readonly SidePanel[] = [
  lessonPanel,
  networkPanel,
  dataPanel,
  trainingPanel,
  augmentationPanel,
  enginePanel,
  networkStripPanel,
  drawPanel,
  preprocessingPanel,
  runResultPanel,
];

/** The panels of results, in the order of their tabs. */
export const RESULT_PANELS: readonly ResultPanel[] = [
  learningCurvesPanel,
  confusionMatrixPanel,
  classificationReportPanel,
  conclusionsPanel,
  misclassifiedPanel,
  walkPanel,
  activationMapsPanel,
  filtersPanel,
  whyPanel,
  interventionsPanel,
  projectionPanel,
  inspectorPanel,
  dataBrowserPanel,
  testImagePanel,
  ownDigitsPanel,
  runsPanel,
  sweepsPanel,
  libraryPanel,
  takeAwayPanel,
  asReportedPanel,
  reportPanel,
  lessonsPanel,
];

export const sidePanelsAt = (place: SidePanel['place']): readonly SidePanel[] =>
  SIDE_PANELS.filter((panel) => panel.place === place);
