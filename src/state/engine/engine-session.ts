import type { EngineCommands, EngineEvent, Inquiries } from '../../protocol/engine-api';
import type { EngineLost, EngineStarted } from './engine-slice';

/** Injected, so that the lab runs in a test without a worker. Commands that the engine's death ends are refused after `onDeath`. */
export type StartEngine = (
  onEvent: (event: EngineEvent) => void,
  onDeath: (reason: string) => void,
) => { commands: EngineCommands; close(): void };

type Dispatch = (event: EngineEvent | EngineStarted | EngineLost) => void;

/** An engine that keeps dying is not started for ever. */
const MOST_RESTARTS = 3;
/** Of what a failed command says, in characters. */
const LONGEST_REASON = 200;

/** The engine of the moment: when it dies, another takes its place. */
export class EngineSession {
  /** Passes each question on to the engine of the moment in which it is asked. */
  readonly inquiries: Inquiries;
  private engine: ReturnType<StartEngine>;
  /** Since a run last went well. */
  private deaths = 0;
  private isGone = false;

  constructor(
    private readonly startEngine: StartEngine,
    private readonly dispatch: Dispatch,
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
      if (engine !== this.engine || this.isGone) return;
      this.dispatch({
        type: 'fault',
        fault: { code: 'command-failed', detail: `${what}: ${reasonOf(error)}` },
      });
    });
  }

  private start(): ReturnType<StartEngine> {
    return this.startEngine(
      (event) => {
        if (event.type === 'validated') this.deaths = 0;
        this.dispatch(event);
      },
      (reason) => this.replace(reason),
    );
  }

  private replace(reason: string): void {
    this.deaths += 1;
    this.isGone = this.deaths > MOST_RESTARTS;
    this.dispatch({ type: 'engine-lost', reason, gone: this.isGone });
    this.engine.close();
    if (this.isGone) return;
    this.engine = this.start();
    this.dispatch({ type: 'engine-started' });
  }
}

/** On one line, and short enough for a message: a schema lists all that it refuses. */
function reasonOf(error: unknown): string {
  const reason = (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').trim();
  return reason.length > LONGEST_REASON ? `${reason.slice(0, LONGEST_REASON)}…` : reason;
}
