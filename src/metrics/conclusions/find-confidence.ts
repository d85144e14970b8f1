import { calibration } from '../calibration';
import { wilson } from '../interval';
import type { Finding } from './finding';
import { MATERIAL, type ReadImages } from './run-facts';

/** Whether the mean confidence lies outside of the interval of the accuracy, and by how much it misleads. */
export function findConfidence({ probabilities, truth, predicted }: ReadImages): Finding[] {
  const found = calibration(probabilities, truth, predicted);
  if (!found) return [];
  const { accuracy, confidence, ece, images } = found;
  const interval = wilson(Math.round(accuracy * images), images);
  if (!interval || Math.abs(confidence - accuracy) < MATERIAL) return [];
  const figures = { confidence, accuracy, ...interval, ece };
  if (confidence > interval.high) return [{ code: 'overconfident', figures, select: {} }];
  if (confidence < interval.low) return [{ code: 'underconfident', figures, select: {} }];
  return [];
}
