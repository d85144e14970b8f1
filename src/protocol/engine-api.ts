import type { BackendCommands, BackendEvent } from './backend';
import type { CheckpointCommands, CheckpointEvent } from './checkpoint';
import type { DataCommands, DataEvent, DataQuestions } from './data/data';
import type { FineTuneCommands, FineTuneEvent, FineTuneQuestions } from './fine-tune';
import type { HistoryCommands, HistoryEvent } from './history';
import type { InspectCommands, InspectEvent, InspectQuestions } from './inspect';
import type { NetworkCommands, NetworkEvent, NetworkQuestions } from './network';
import type { RateFinderCommands, RateFinderEvent } from './rate-finder';
import type { RunCommands, RunEvent } from './run';
import type { SpeedCommands, SpeedEvent, SpeedQuestions } from './speed';
import type { TakeAwayQuestions } from './take-away';

/**
 * What crosses the worker's border. Commands answer when they have been taken in (`stop`, `reset` and the loads when they
 * are done): what happens is told by events, in order. Everything is plain data or typed arrays, never a tensor.
 */
export interface EngineApi extends EngineCommands {
  /** Events go to `port` from now on. Call once, first. */
  connect(port: MessagePort): Promise<void>;
  /** A sign of life. */
  beat(): Promise<void>;
}

/** What the page asks of the engine. */
export interface EngineCommands
  extends BackendCommands,
    DataCommands,
    NetworkCommands,
    RunCommands,
    CheckpointCommands,
    InspectCommands,
    FineTuneCommands,
    HistoryCommands,
    SpeedCommands,
    RateFinderCommands,
    Inquiries {}

/** Questions that change nothing. */
export interface Inquiries
  extends DataQuestions,
    NetworkQuestions,
    InspectQuestions,
    FineTuneQuestions,
    SpeedQuestions,
    TakeAwayQuestions {}

export type EngineEvent =
  | BackendEvent
  | DataEvent
  | NetworkEvent
  | RunEvent
  | CheckpointEvent
  | InspectEvent
  | FineTuneEvent
  | HistoryEvent
  | SpeedEvent
  | RateFinderEvent
  | { type: 'fault'; fault: Fault };

/** Something went wrong and a person should know: translated at the edge by its code. */
export interface Fault {
  readonly code:
    | 'diverged'
    | 'no-data'
    | 'impossible-settings'
    | 'backend-failed'
    | 'command-failed'
    | 'engine-died'
    | 'engine-replaced'
    | 'run-begins-anew'
    | 'network-put-back'
    | 'engine-gone'
    | 'run-restarted'
    | 'run-resumed'
    | 'run-failed'
    | 'adjust-failed'
    | 'fine-tuning-failed'
    | 'look-back-failed'
    | 'device-replaced';
  readonly detail?: string;
}
