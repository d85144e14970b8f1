import type { Layer } from '../model/network';
import type { Activation, Backend } from '../model/settings';

export interface EngineReadout {
  readonly backend: Backend;
  /** The device as it names itself, where it does: 'SwiftShader', 'Apple M2', ... */
  readonly device?: string;
  readonly trainStep: 'fast' | 'reference';
  /** Threads that the fast step computes on. */
  readonly workers?: number;
  /** Why the reference works and not the fast step. */
  readonly stepReason?: StepReason;
  /** Backends that were tried or passed over before this one, and why. */
  readonly stepsDown: readonly (StepDown | Slower)[];
  /** Whether the train step can say what each of its kernels takes. */
  readonly timesKernels: boolean;
  /** Live tensors and their bytes. */
  readonly tensors: number;
  readonly bytes: number;
}

/**
 * - `chosen`: the settings ask for the reference
 * - `backend`: there is no fast step on this backend
 * - `no-simd`: the browser lacks WebAssembly SIMD
 * - `layer`: it can't do this one, counted from 0 in the network that is trained
 * - `activation`: it can't do this one on this backend
 * - `memory`: it would need so much, and can't have it
 * - `failed`: it could not be started, in the error's own words
 */
export type StepReason =
  | { code: 'chosen' }
  | { code: 'backend' }
  | { code: 'no-simd' }
  | { code: 'layer'; layer: number; type: Layer['type'] }
  | { code: 'activation'; activation: Activation }
  | { code: 'memory'; megabytes: number }
  | { code: 'failed'; detail: string };

/**
 * - `insecure`: browsers have it only where a page comes by https or from the same machine
 * - `failed`: it was given up for this visit
 * - `trial-failed`, `no-answer`: so it did when it was tried for its speed; after so many seconds
 */
export interface StepDown {
  readonly backend: Backend;
  readonly reason:
    | 'no-api'
    | 'insecure'
    | 'no-adapter'
    | 'software'
    | 'failed'
    | 'no-simd'
    | 'trial-failed'
    | 'no-answer';
  /** The device's or the error's own words, or seconds. */
  readonly detail?: string;
}

/**
 * What a kernel does: it brings the images of the batch together, goes forward through a layer, from the last one to the
 * loss, back to a layer's input, to its weights, or takes the step for what is left.
 */
type KernelWork =
  | 'gather'
  | 'forward'
  | 'loss'
  | 'input-gradient'
  | 'weight-gradient'
  | 'update'
  | 'norm'
  | 'optimizer';

/** How long one kernel of a train step takes. */
export interface KernelTime {
  readonly work: KernelWork;
  /** Whose work it does, counted from 0 in the network that is trained; none where it is that of all. */
  readonly layer?: { readonly number: number; readonly type: Layer['type'] };
  /** Of one step. */
  readonly milliseconds: number;
  /** Multiplications and additions of one step. */
  readonly flops: number;
}

/** It could be used and was found to train slower than the one in use, in images a second. */
export interface Slower {
  readonly backend: Backend;
  readonly reason: 'slower';
  /** The device as it names itself, where it does. */
  readonly detail?: string;
  readonly imagesPerSecond: number;
  readonly than: { readonly backend: Backend; readonly imagesPerSecond: number };
}

export interface BackendCommands {
  /** Backends that are given up from now on. Call before `begin`. */
  passOver(backends: readonly StepDown[]): Promise<void>;
}

/**
 * What may hang the engine is told before it is done, so that the page knows what hangs it.
 * - `asked`: its driver is to give a device; the engine waits, and can answer meanwhile
 * - `used`: the engine computes on it, or is in a call to its driver, and may not answer for long
 * - `left`: it is not used, or no more
 */
export interface DeviceTold {
  readonly type: 'device';
  readonly backend: Backend;
  readonly step: 'asked' | 'used' | 'left';
}

/** The engine waits for the browser to give it another thread, and can't answer meanwhile; or it has waited. */
export interface ThreadTold {
  readonly type: 'thread';
  readonly isAwaited: boolean;
}

export type BackendEvent = { type: 'engine'; readout: EngineReadout } | DeviceTold | ThreadTold;
