import type { ImageCache } from './data/image-cache';
import type { EngineSession } from './engine/engine-session';
import type { KeepStore } from './keeping/keep-store';
import type { DigitStore } from './own-digits/own-digits';
import type { Typed } from './slice';
import type { SpeedStore } from './speeds/speed-store';

/** What the world gives the lab: injected, so that it runs in a test without worker, clock or browser. */
export interface Surroundings {
  /** Address of the page's folder, ending in '/': where its own copy of MNIST lies. */
  readonly base: string;
  /** Milliseconds, from any origin. */
  readonly now: () => number;
  /** Where a person's digits outlast the visit; without it they are kept for the visit. */
  readonly digitStore?: Promise<DigitStore>;
  /** Where outlasts the visit what was measured; without it it is measured at each. */
  readonly speedStore?: Promise<SpeedStore>;
  /** Opens the newest version of the page in the place of this one. */
  readonly loadNewest?: () => void;
  /** Where runs and networks outlast the visit; without it they are there for the visit alone. */
  readonly keepStore?: Promise<KeepStore>;
}

/** What the actions of a capability work with: of the state and the events they name what they need. */
export interface ActionContext<State, Event> extends Surroundings {
  readonly state: () => State;
  readonly dispatch: (event: Event) => void;
  /** For what follows from the state, whichever event changed it. */
  readonly subscribe: (listener: (now: State, before: State) => void) => void;
  readonly engine: EngineSession;
  readonly images: ImageCache;
}

/** The actions of a capability, and what it does when something happens. */
export interface Controller<Actions, Event extends Typed = never, State = unknown> {
  readonly actions: Actions;
  /** Once the state is what an event makes of it. @param before - the state before the event */
  readonly after?: {
    readonly [Type in Event['type']]: (event: Extract<Event, { readonly type: Type }>, before: State) => void;
  };
}
