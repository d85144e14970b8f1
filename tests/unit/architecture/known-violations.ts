/**
 * What breaks a rule of the sources and is about to be mended, by how its sentence begins. Once it is empty, this file
 * and the one call of `unknown` in code-rules.test.ts go.
 */
const KNOWN: readonly string[] = [
  'src/panels/learning-curves/curve-traces →',
  'src/charts/colour-table.ts: Anchors',
  'src/charts/decimate.ts: Decimated',
  'src/charts/vis-drawing.ts: VisSeries',
  'src/panels/activation-maps/arithmetic.ts: ChannelProducts',
  'src/panels/activation-maps/arithmetic.ts: activate',
  'src/panels/activation-maps/picture.ts: Picture',
  'src/panels/activation-maps/shown-values.ts: sharesScale',
  'src/panels/conclusions/calibration-figure.ts: FullBin',
  'src/panels/conclusions/facts-of-run.ts: readImages',
  'src/panels/confusion-matrix/matrix-shades.ts: MatrixShades',
  'src/panels/data-browser/grey-levels.ts: GreyLevels',
  'src/panels/draw/confidence.ts: Confidence',
  'src/panels/draw/drawing-tip.ts: DrawingTip',
  'src/panels/experiments/run-marks.ts: RunMark',
  'src/panels/filters/weight-spread.ts: WeightSpread',
  'src/panels/inspector/histogram.ts: Bin',
  'src/panels/inspector/history.ts: EpochHistory',
  'src/panels/interventions/edit-list.ts: KernelPlace',
  'src/panels/learning-curves/curve-points.ts: CurvePoints',
  'src/panels/learning-curves/curves-figure.ts: Plotted',
  'src/panels/learning-curves/epoch-ticks.ts: EpochTick',
  'src/panels/network-strip/map-pixels.ts: ValueRange',
  'src/panels/projection/class-medians.ts: ClassMedian',
  'src/panels/projection/paint-points.ts: PointPaint',
  'src/panels/projection/paint-points.ts: PointPicture',
  'src/panels/shared/use-lab.ts: Lab',
  'src/panels/training/schedule-curve.ts: ScheduleCurve',
];

/** Violations that are not among the known ones. */
export const unknown = (violations: readonly string[]): string[] =>
  violations.filter((violation) => !KNOWN.some((start) => violation.startsWith(start)));
