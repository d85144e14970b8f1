import { planOf } from '../../model/shapes';
import type { RunSlice } from '../run/run-slice';
import type { SettingsSlice } from '../settings/settings-slice';
import type { EngineSlice } from './engine-slice';

/**
 * Milliseconds that an engine may be silent: in the middle of a run by the fast step, while it waits for a driver or for
 * a thread, and else.
 */
const TRAINING = 4_000;
const ASKING = 5_000;
const ANYTHING_ELSE = 20_000;
const MOST = 120_000;

/** What even a slow processor does in a second, multiplications and additions apart; an operation of each training step counts thrice. */
const SLOW_FLOPS = 1e9;
/** Batches that are trained between two moments in which it could answer, with a margin. */
const BATCHES = 4;

/**
 * How long the engine may be silent before it is taken to hang. It trains batch by batch and answers in between. While a
 * driver is to give a device it has nothing else to do than to read the first data, which kept it for three seconds at
 * most, on two processors with six times as much to do as they can. A thread waits for the page's, whose own work counts for
 * little here. TensorFlow.js, shaders that are compiled and files
 * that are read keep it longer.
 */
export function patienceWith({
  run,
  readout,
  isAskingForDevice,
  isAwaitingThread,
}: RunSlice & EngineSlice & SettingsSlice): number {
  if (isAskingForDevice || isAwaitingThread) return ASKING;
  if (run.phase !== 'running' || readout?.trainStep !== 'fast' || !run.settings) return ANYTHING_ELSE;
  const { network, batchSize } = run.settings;
  const seconds = (BATCHES * 3 * planOf(network).flops * batchSize) / SLOW_FLOPS;
  return Math.min(MOST, Math.max(TRAINING, 1000 * seconds));
}
