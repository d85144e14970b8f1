import type { CAPABILITIES } from './capabilities';
import type { Controller } from './controller';
import type { Slice } from './slice';

type Capability = (typeof CAPABILITIES)[number];

/** Of a union of types, one that has what all of them have. */
type Sum<Union> = (Union extends unknown ? (one: Union) => void : never) extends (sum: infer All) => void
  ? All
  : never;

type StateOf<Part> = Part extends Slice<infer State, infer _Event, infer _Needed> ? State : never;
type ReducedBy<Part> = Part extends Slice<infer _State, infer Event, infer _Needed> ? Event : never;
type ActionsOf<Part> = Part extends Controller<infer Actions, infer _Event, infer _State> ? Actions : never;
type FollowedBy<Part> = Part extends Controller<infer _Actions, infer Event, infer _State> ? Event : never;

/** All that the page knows: the sum of the slices. Changed by the reducer only; panels read it through selectors. */
export interface LabState extends Sum<StateOf<Capability['slice']>> {}

/** What a person can do. None throws: what goes wrong shows up in the state. */
export interface LabActions extends Sum<ActionsOf<ReturnType<Capability['control']>>> {}

/** All that happens: what the engine tells, and what the page itself brings about. */
export type LabEvent = ReducedBy<Capability['slice']> | FollowedBy<ReturnType<Capability['control']>>;
