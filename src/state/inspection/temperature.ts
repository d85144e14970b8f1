import { fitTemperature, tempered } from '../../metrics/temperature';
import { type Ranked, ranked } from '../../metrics/top';
import type { Readings } from '../../protocol/data/images';
import type { Answer } from '../drawing/drawing-slice';
import type { NetworkSlice } from '../network/network-slice';
import type { InspectionSlice } from './inspection-slice';

/** Of readings that were kept before the engine fitted it. */
const fitted = new WeakMap<Readings, number>();

/**
 * What the logits of the network in use are divided by so that its probabilities mean what they say: fitted on the
 * validation images as it read them last, or before. While it trains, that was after the last epoch.
 * @returns undefined where it has read none yet
 */
export function temperatureOf({ pretrained, readings }: NetworkSlice & InspectionSlice): number | undefined {
  if (pretrained) return pretrained.temperature;
  const { validation } = readings;
  if (!validation) return undefined;
  const known = validation.temperature ?? fitted.get(validation);
  if (known !== undefined) return known;
  const temperature = fitTemperature(validation.probabilities, validation.truth);
  fitted.set(validation, temperature);
  return temperature;
}

/**
 * What was read in a drawing, calibrated, the likeliest first.
 * @param temperature - undefined while there is none: the network's own probabilities
 * @returns undefined where nothing was read
 */
export const rankedAnswer = (answer: Answer, temperature = 1): Ranked[] | undefined =>
  answer.kind === 'read'
    ? ranked(tempered(answer.probabilities, temperature, answer.probabilities.length))
    : undefined;
