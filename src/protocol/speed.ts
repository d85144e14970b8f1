import type { Settings } from '../model/settings';
import type { FastBackend, KnownSpeeds } from '../model/speeds';
import type { KernelTime } from './backend';

/**
 * - `failed`: it could not be made or did not compute, in the error's own words
 * - `no-answer`: it was given up after so long
 */
type SpeedFailure =
  | { readonly code: 'failed'; readonly detail: string }
  | { readonly code: 'no-answer'; readonly seconds: number };

/** What came of a trial: training images a second, or why there are none. */
export type SpeedResult = { readonly imagesPerSecond: number } | { readonly failure: SpeedFailure };

/** One of those that Automatic chooses from. */
export interface CandidateSpeed {
  readonly backend: FastBackend;
  /** The device as it names itself, where it does. */
  readonly device?: string;
  /** Threads that it computes on, where it does so on threads. */
  readonly workers?: number;
  /** Whether a processor imitates the device. */
  readonly software: boolean;
  /** Undefined as long as it was not tried. */
  readonly result: SpeedResult | undefined;
}

/** What is known of the settings of the next run. */
export interface Speeds {
  /** None where nothing is to be chosen: another backend or the reference is asked for, or no kernels can do the network. */
  readonly candidates: readonly CandidateSpeed[];
  /** The one that a run would take for having been the fastest. */
  readonly fastest: FastBackend | undefined;
  /** They are being tried. */
  readonly measuring: boolean;
}

/** Which backend trains a network the fastest here: that is measured, and Automatic heeds it. */
export interface SpeedCommands {
  /** What was measured at earlier visits. What was measured at this one is not forgotten over it. */
  knowSpeeds(known: readonly KnownSpeeds[]): Promise<void>;
  /**
   * A run would be of these settings now. What is known of their speed is told by `speeds`; what is not is measured once
   * there are data and nothing was asked of the engine for some seconds, and else when such a run begins.
   */
  nextRun(settings: Settings): Promise<void>;
  /** Measures all candidates anew. Ends early when a run begins. Ignored while one is active, and without data. */
  measureSpeeds(settings: Settings): Promise<void>;
}

/** About the train step in use; they change nothing. */
export interface SpeedQuestions {
  /**
   * Where the time of a training step goes.
   * @returns in the order in which they compute; undefined where the step in use can't tell, and while a run is active
   */
  kernelTimes(): Promise<readonly KernelTime[] | undefined>;
}

export type SpeedEvent =
  | { type: 'speeds'; speeds: Speeds }
  /** All that was measured, to be kept for the next visit; oldest first. */
  | { type: 'known-speeds'; known: readonly KnownSpeeds[] };
