import { answersInTime } from '../backend/answers-in-time';
import { probeDevice } from '../backend/device-probe';
import type { Machine } from './candidates';

/** An adapter that has not said anything by then is none to train on: a run may wait for this. */
const LIMIT_MS = 3000;

/**
 * What this machine has. No adapter is none to wait for.
 * @param mayAsk - whether its driver may be asked for an adapter
 */
export async function lookAtMachine(mayAsk: boolean): Promise<Machine> {
  const cores = navigator.hardwareConcurrency;
  if (!mayAsk) return { cores, adapter: undefined };
  const probe = await answersInTime(probeDevice('webgpu'), LIMIT_MS).catch(() => undefined);
  if (!probe?.usable) return { cores, adapter: undefined };
  const { software, device } = probe;
  return { cores, adapter: { software, ...(device !== undefined && { name: device }) } };
}
