import type { Backend } from '../../model/settings';
import type { StepDown } from '../../protocol/backend';
import type { EngineCommands, EngineEvent, Inquiries } from '../../protocol/engine-api';
import type { EngineLate, EngineLost, EngineStarted } from './engine-slice';

/** Injected, so that the lab runs in a test without a worker. Commands that the engine's death ends are refused after `onDeath`. */
export type StartEngine = (
  onEvent: (event: EngineEvent) => void,
  onDeath: (reason: string) => void,
  /** Milliseconds that it may be silent. */
  patience: () => number,
  /** Its program has not come for long, or has after all. */
  onLate: (isLate: boolean) => void,
) => { commands: EngineCommands; close(): void };

type Dispatch = (event: EngineEvent | EngineStarted | EngineLost | EngineLate) => void;

/** Milliseconds before each new start after a death. One that keeps dying is then started again when a person says so. */
const PAUSES = [0, 1_000, 4_000];
/** A graphics device is passed over when the engine has died on it so often. */
const MOST_DEATHS_ON_A_GPU = 2;
/** Of what a failed command says, in characters. */
const LONGEST_REASON = 200;

/** The engine of the moment: when it dies or hangs, another takes its place. */
export class EngineSession {
  /** Passes each question on to the engine of the moment in which it is asked. */
  readonly inquiries: Inquiries;
  private engine: ReturnType<StartEngine>;
  /** Since a run last got on. */
  private deaths = 0;
  /** No engine is at work. */
  private isDead = false;
  /** What the one of the moment computes on. */
  private backend: Backend | undefined;
  /** What it tries to compute on: should it hang, that hangs it. */
  private tried: Backend | undefined;
  private readonly deathsOn = new Map<Backend, number>();
  private readonly passedOver: StepDown[] = [];

  /**
   * @param patience - how long the engine may be silent, in milliseconds, when all is well
   * @param goesOn - whether the run under way goes on should the engine die now
   */
  constructor(
    private readonly startEngine: StartEngine,
    private readonly dispatch: Dispatch,
    private readonly patience: () => number,
    private readonly goesOn: () => boolean,
  ) {
    this.inquiries = new Proxy({} as Inquiries, {
      get:
        (_, name: keyof Inquiries) =>
        (...given: never[]) =>
          (this.commands[name] as (...given: never[]) => Promise<unknown>)(...given),
    });
    this.engine = this.start();
  }

  /** The same object as long as the engine is. */
  get commands(): EngineCommands {
    return this.engine.commands;
  }

  /** Gives a command whose answer is an event. What goes wrong is told. */
  ask<Name extends keyof EngineCommands>(name: Name, ...given: Parameters<EngineCommands[Name]>): void {
    const command = this.commands[name] as (...given: Parameters<EngineCommands[Name]>) => Promise<unknown>;
    this.tellFailure(name, command(...given));
  }

  /**
   * Tells when work with the engine fails, unless the engine died over it, which has been told then.
   * @param what - was to be done
   */
  tellFailure(what: string, work: Promise<unknown>): void {
    const { engine } = this;
    work.catch((error: unknown) => {
      if (engine !== this.engine || this.isDead) return;
      this.dispatch({
        type: 'fault',
        fault: { code: 'command-failed', detail: `${what}: ${reasonOf(error)}` },
      });
    });
  }

  /** Starts one again that has died too often to be started by itself. */
  revive(): void {
    if (!this.isDead || this.deaths <= PAUSES.length) return;
    this.deaths = 0;
    this.startAgain();
  }

  private start(): ReturnType<StartEngine> {
    const engine = this.startEngine(
      (event) => this.heard(event),
      // One that is dead can't die.
      (reason) => this.isDead || this.replace(reason),
      // After each death it is given more time: it may have been slow, and not dead.
      () => this.patience() * 2 ** this.deaths,
      (isLate) => this.dispatch({ type: 'engine-late', isLate }),
    );
    if (this.passedOver.length > 0) void engine.commands.passOver(this.passedOver).catch(() => undefined);
    return engine;
  }

  private heard(event: EngineEvent): void {
    if (event.type === 'device') this.tried = event.step === 'left' ? undefined : event.backend;
    if (event.type === 'engine') {
      this.backend = event.readout.backend;
      this.tried = undefined;
    }
    const hasTrained = event.type === 'checkpointed' && event.checkpoint.trainedBatches > 0;
    if (event.type === 'validated' || hasTrained) this.deaths = 0;
    this.dispatch(event);
  }

  private replace(reason: string): void {
    this.passOverGpu(reason);
    const pause = PAUSES[this.deaths];
    this.deaths += 1;
    this.isDead = true;
    this.dispatch({ type: 'engine-lost', reason, gone: pause === undefined, goesOn: this.goesOn() });
    this.engine.close();
    if (pause === 0) this.startAgain();
    else if (pause !== undefined) setTimeout(() => this.startAgain(), pause);
  }

  private startAgain(): void {
    this.engine = this.start();
    this.isDead = false;
    this.dispatch({ type: 'engine-started' });
  }

  /** Without a graphics device there is always the processor; without that there is nothing. */
  private passOverGpu(reason: string): void {
    const backend = this.tried ?? this.backend;
    this.backend = undefined;
    this.tried = undefined;
    if (backend !== 'webgpu' && backend !== 'webgl') return;
    const deaths = (this.deathsOn.get(backend) ?? 0) + 1;
    this.deathsOn.set(backend, deaths);
    if (deaths !== MOST_DEATHS_ON_A_GPU) return;
    this.passedOver.push({ backend, reason: 'failed', detail: reason });
    // The next one tries something else, so that there is nothing to wait for.
    this.deaths = 0;
  }
}

/** On one line, and short enough for a message: a schema lists all that it refuses. */
function reasonOf(error: unknown): string {
  const reason = (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').trim();
  return reason.length > LONGEST_REASON ? `${reason.slice(0, LONGEST_REASON)}…` : reason;
}
