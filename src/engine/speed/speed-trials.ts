import type { LabelledImages } from '../../data/dataset';
import type { Settings } from '../../model/settings';
import type { FastBackend, KnownSpeeds } from '../../model/speeds';
import type { StepDown } from '../../protocol/backend';
import type { EngineEvent } from '../../protocol/engine-api';
import type { CandidateSpeed } from '../../protocol/speed';
import { Cancelled, LatestTask } from '../latest-task';
import { type Candidate, candidatesOn, fastestOf, isOpen, type Machine, speedKey } from './candidates';
import { measureStep, type TriedStep } from './measure-step';
import { SpeedMemory } from './speed-memory';
import { trialBatches } from './trial-batches';

/**
 * Milliseconds after which a candidate is given up: where nobody waits for it, and where a run does. One that the processor
 * imitates, for which no run waits, takes longer for its shaders alone: 4 to more than 8 s on two busy cores.
 */
const LIMIT = { atLeisure: 8000, beforeRun: 3000, imitated: 30_000 } as const;

interface TrialParts {
  readonly emit: (event: EngineEvent) => void;
  readonly lookAtMachine: (mayAsk: boolean) => Promise<Machine>;
  readonly make: (backend: FastBackend, settings: Settings, training: LabelledImages) => Promise<TriedStep>;
  /** Training images of the data in use. */
  readonly images: () => LabelledImages | undefined;
  /** After each that was tried. */
  readonly onResult: () => void;
  readonly now: () => number;
  readonly yieldToEventLoop: () => Promise<void>;
}

/** Finds out on what a network is trained the fastest here, and remembers it. One trial at a time. */
export class SpeedTrials {
  private readonly memory = new SpeedMemory();
  private readonly trials = new LatestTask();
  private machine: Machine | undefined;
  private looking: Promise<Machine> | undefined;
  private mayAskForGpu = true;
  /** Of the next run. */
  private next: Settings | undefined;
  /** A backend was asked for, so that a newcomer's first drawing no longer waits: there is time to look for an adapter. */
  private mayLook = false;
  /** Keys of the trials at leisure that went to their end. */
  private readonly askedAgain = new Set<string>();
  /** Of the trial under way. */
  private measuring: AbortSignal | undefined;
  /** Of the last trial that nobody has asked for. */
  private leisurely: AbortSignal | undefined;

  constructor(private readonly parts: TrialParts) {}

  /** What is known by now of what Automatic chooses from. */
  of(settings: Settings): readonly CandidateSpeed[] {
    const { machine, memory } = this;
    if (!machine || !isOpen(settings)) return [];
    const key = speedKey(settings, machine);
    return candidatesOn(machine, settings).map((candidate) => ({
      ...candidate,
      result: memory.get(key, candidate.backend),
    }));
  }

  /** Undefined where Automatic has no choice, and where too little was measured. */
  async fastestFor(settings: Settings): Promise<FastBackend | undefined> {
    this.mayLook = true;
    const fastest = fastestOf(await this.candidates(settings));
    if (this.next) await this.nextRun(this.next);
    return fastest;
  }

  /** Some are not to be tried, nor asked for. Call before all else. */
  passOver(backends: readonly StepDown[]): void {
    if (backends.some(({ backend }) => backend === 'webgpu')) this.mayAskForGpu = false;
  }

  know(before: readonly KnownSpeeds[]): void {
    this.memory.learn(before);
    this.tell();
  }

  async nextRun(settings: Settings): Promise<void> {
    this.next = settings;
    if (this.mayLook) await this.candidates(settings);
    this.tell();
  }

  /** Tries all of them. */
  async measure(settings: Settings): Promise<void> {
    const signal = this.trials.begin();
    this.next = settings;
    await this.try(signal, settings, await this.candidates(settings), LIMIT.atLeisure);
  }

  /** Tries those of the next run that are untried, until `leave` is called. */
  async measureAtLeisure(): Promise<void> {
    const { next } = this;
    if (!next || this.measuring) return;
    const signal = this.trials.begin();
    this.leisurely = signal;
    const candidates = await this.candidates(next);
    if (candidates.length < 2 || !this.machine) return;
    // Who gave no answer in the short time before a run is asked once more when there is time.
    const key = speedKey(next, this.machine);
    const again = this.askedAgain.has(key) ? isUntried : gaveNone;
    await this.try(signal, next, candidates.filter(again), LIMIT.atLeisure);
    if (!signal.aborted) this.askedAgain.add(key);
  }

  /** Something else is to be done: what nobody has asked for has time. */
  leave(): void {
    if (this.leisurely && this.trials.isLast(this.leisurely)) this.trials.cancel();
  }

  /**
   * Tries those that are untried, where there is something to choose from. Not one that the processor imitates: its
   * shaders take seconds to compile, and it is hardly ever the faster one.
   * @param stopped - resolves when the run is not wanted any more
   */
  async beforeRun(settings: Settings, stopped: Promise<void>): Promise<void> {
    const signal = this.trials.begin();
    const serious = (await this.candidates(settings)).filter(({ software }) => !software);
    if (serious.length < 2) return;
    void stopped.then(() => {
      if (this.trials.isLast(signal)) this.trials.cancel();
    });
    await this.try(signal, settings, serious.filter(isUntried), LIMIT.beforeRun);
  }

  private async candidates(settings: Settings): Promise<readonly CandidateSpeed[]> {
    if (!isOpen(settings)) return [];
    this.looking ??= this.lookAtMachine();
    this.machine = await this.looking;
    return this.of(settings);
  }

  private async lookAtMachine(): Promise<Machine> {
    const { lookAtMachine, emit } = this.parts;
    if (!this.mayAskForGpu) return lookAtMachine(false);
    emit({ type: 'device', backend: 'webgpu', step: 'asked' });
    try {
      return await lookAtMachine(true);
    } finally {
      emit({ type: 'device', backend: 'webgpu', step: 'left' });
    }
  }

  /** Ends early, with what is known by then, when the signal is aborted. */
  private async try(
    signal: AbortSignal,
    settings: Settings,
    candidates: readonly Candidate[],
    limitMs: number,
  ): Promise<void> {
    const images = this.parts.images();
    if (!this.machine || !images || candidates.length === 0 || signal.aborted) return;
    const key = speedKey(settings, this.machine);
    const { training, batches } = trialBatches(images, settings);
    const { make, now, yieldToEventLoop, onResult, emit } = this.parts;
    const { learningRate } = settings;
    this.measuring = signal;
    this.tell();
    try {
      for (const { backend, software } of candidates) {
        emit({ type: 'device', backend, step: 'used' });
        const result = await measureStep(signal, {
          make: () => make(backend, settings, training),
          limitMs: software ? LIMIT.imitated : limitMs,
          ...{ batches, learningRate, now, yieldToEventLoop },
        }).finally(() => emit({ type: 'device', backend, step: 'left' }));
        this.memory.put(key, backend, result);
        this.tell();
        onResult();
        emit({ type: 'known-speeds', known: this.memory.figures() });
      }
    } catch (error) {
      if (!(error instanceof Cancelled)) throw error;
    } finally {
      // Another one may have begun.
      if (this.measuring === signal) {
        this.measuring = undefined;
        this.tell();
      }
    }
  }

  private tell(): void {
    if (!this.next) return;
    const candidates = this.of(this.next);
    const speeds = { candidates, fastest: fastestOf(candidates), measuring: this.measuring !== undefined };
    this.parts.emit({ type: 'speeds', speeds });
  }
}

const gaveNone = (candidate: CandidateSpeed): boolean =>
  isUntried(candidate) ||
  (candidate.result !== undefined &&
    'failure' in candidate.result &&
    candidate.result.failure.code === 'no-answer');

const isUntried = ({ result }: CandidateSpeed): boolean => result === undefined;
