import type { AddressNote } from '../model/address';
import type { Settings } from '../model/settings';
import type { StartLesson } from './lessons/open-lesson';
import type { View } from './selection/selection-address';

/** What a visit begins with. */
interface Start {
  readonly settings: Settings;
  readonly notes: readonly AddressNote[];
  readonly view: View | undefined;
  readonly lesson?: StartLesson | undefined;
}

export interface Typed {
  readonly type: string;
}

/** One capability's share of the state: its fields, and what becomes of them. No two slices have a field in common. */
export interface Slice<State, Event extends Typed, Needed = unknown> {
  readonly initial: (start: Start) => State;
  /**
   * For each event that the slice heeds, those of its own fields that become others. A handler is pure. What it needs of
   * other slices it reads (`Needed`) as that was before the event, so that the order of the slices says nothing.
   */
  readonly on: {
    readonly [Type in Event['type']]: (
      state: State & Needed,
      event: Extract<Event, { readonly type: Type }>,
    ) => Partial<State>;
  };
}

/** Calls the handler of an event, where there is one. The one place where events and handlers are matched unchecked. */
export const handle = <Given extends readonly unknown[], Result>(
  handlers: object | undefined,
  event: Typed,
  ...given: Given
): Result | undefined =>
  (handlers as Record<string, (...given: Given) => Result> | undefined)?.[event.type]?.(...given);
