import { BATCH_VALUES_LIMIT, batchValues, type Settings } from './settings';
import { type NetworkProblem, planNetwork } from './shapes';

export type SettingsProblem = NetworkProblem | { code: 'batch-too-large'; batchSize: number };

/**
 * Why these settings can't be trained, or undefined if they can.
 * @param classes - that the data have, where there are data
 */
export function settingsProblem(
  { network, batchSize }: Pick<Settings, 'network' | 'batchSize'>,
  classes?: number,
): SettingsProblem | undefined {
  const planned = planNetwork(network, classes);
  if (!planned.ok) return planned.problem;
  const { activationValues, parameters } = planned.plan;
  return batchValues(batchSize, activationValues, parameters) > BATCH_VALUES_LIMIT
    ? { code: 'batch-too-large', batchSize }
    : undefined;
}
