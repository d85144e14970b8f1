import { probeDevice } from '../backend/device-probe';
import type { Machine } from './candidates';

/** What this machine has. No adapter is none to wait for. */
export async function lookAtMachine(): Promise<Machine> {
  const cores = navigator.hardwareConcurrency;
  const probe = await probeDevice('webgpu').catch(() => undefined);
  if (!probe?.usable) return { cores, adapter: undefined };
  const { software, device } = probe;
  return { cores, adapter: { software, ...(device !== undefined && { name: device }) } };
}
