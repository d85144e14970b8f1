import { isSameNetwork } from '../../model/settings';
import type { TrainedNetwork } from '../../model/trained-network';
import type { RunCheckpoint } from '../../protocol/checkpoint';
import type { EngineEvent } from '../../protocol/engine-api';
import type { ActionContext, Controller } from '../controller';
import type { EngineLost, EngineStarted, NetworkPutBack } from '../engine/engine-slice';
import type { HistorySlice } from '../history/history-slice';
import type { InspectionSlice } from '../inspection/inspection-slice';
import { Keeper } from '../keeping/keeper';
import type { KeptTold, NotKeptTold } from '../keeping/keeping-slice';
import type { LookBackSlice } from '../look-back/look-back-slice';
import { isTrained } from '../network/network-selectors';
import type { NetworkSlice } from '../network/network-slice';
import { learntNames } from '../network/output-names';
import { changesTo } from '../run/in-turn';
import type { Startable } from '../run/run-selectors';
import { isActive } from '../run/run-state';
import { isToGoOn, type Sessions } from '../sessions/sessions-selectors';
import type { RunSettled } from '../sessions/sessions-slice';
import type { SettingsChanged } from '../settings/settings-slice';
import { sweepUnderWay } from '../sweeps/sweeps-selectors';
import type { SweepsSlice } from '../sweeps/sweeps-slice';
import type { LibraryEvent, LibrarySlice } from './library-slice';
import { Opening } from './opening';
import {
  aboutNetwork,
  type NetworkBody,
  type NetworkWords,
  networkBody,
  type SavedNetwork,
} from './saved-network';
import { newPlace, type Place, Shelf } from './shelf';
import { networkLeft } from './weights-left';

interface LibraryActions {
  /** Puts a network of the library into use, and its settings into the controls. */
  loadNetwork(id: string): void;
  /**
   * Puts a network from a file into use, and keeps it under this name.
   * @param outputNames - what its outputs stand for, where the file says it
   */
  openTrained(network: TrainedNetwork, name: string, outputNames?: readonly string[]): void;
  /** Keeps the network in use as it is now. */
  keepNetwork(): void;
  describeNetwork(network: SavedNetwork, words: NetworkWords): void;
  /** @param name - of the copy */
  duplicateNetwork(network: SavedNetwork, name: string): void;
  /** Puts it away; the one that was put away before it is gone then. */
  deleteNetwork(network: SavedNetwork): void;
  bringNetworkBack(): void;
}

type Run = Startable & SweepsSlice & Sessions & HistorySlice;
type State = LibrarySlice & NetworkSlice & InspectionSlice & LookBackSlice & Run;
type Dispatched =
  | LibraryEvent
  | NetworkPutBack
  | SettingsChanged
  | KeptTold
  | NotKeptTold
  | RunSettled
  | Extract<EngineEvent, { type: 'read' }>;
type Changing = 'network' | 'edited' | 'fine-tuned' | 'run-started';
type Followed =
  | Extract<EngineEvent, { type: Changing | 'dataset' | 'run-continued' | 'checkpointed' | 'phase' }>
  | EngineStarted
  | EngineLost;

/** Keeps the networks that runs leave, and opens them again. */
export function controlLibrary({
  state,
  dispatch,
  engine,
  keepStore,
}: ActionContext<State, Dispatched>): Controller<LibraryActions, Followed> {
  const shelf = new Shelf(
    new Keeper(keepStore, dispatch),
    (networks) => dispatch({ type: 'networks-listed', networks }),
    async (store) => {
      const space = await store.space().catch(() => undefined);
      if (space) dispatch({ type: 'space-known', space });
    },
  );
  const opening = new Opening(state, dispatch);
  let last: RunCheckpoint | undefined;
  /** The network in use, whole: an engine that takes the place of a dead one gets it from here. */
  let inUse: { readonly place: Readonly<Place>; readonly body: NetworkBody } | undefined;
  /** Of the last sweep: each of its trials takes the place of the one before, and of nobody else's network. */
  let trials: { readonly sweep: number; readonly place: Place } | undefined;
  /** Grows whenever the network in use becomes another. */
  let changes = 0;
  const changed = () => {
    changes += 1;
  };
  /** What was put away last, whole. */
  let deleted: { readonly network: SavedNetwork; readonly body: NetworkBody } | undefined;
  void keepStore
    ?.then((store) => store.onChange((kind) => kind === 'network' && void shelf.list()))
    .catch(() => undefined);

  /** @param asOf - `changes` when it was the network in use */
  async function save(
    place: Place,
    body: NetworkBody,
    given: Parameters<typeof aboutNetwork>[1],
    asOf = changes,
  ): Promise<boolean> {
    const isKept = await shelf.put(place, aboutNetwork(body, given), body, true);
    if (isKept) dispatch({ type: 'kept', what: 'network' });
    if (isKept && asOf === changes) dispatch({ type: 'network-saved', id: place.id });
    return isKept;
  }

  function open(id: string, body: NetworkBody, isPutBack = false): void {
    inUse = { place: { id }, body };
    opening.ask(id, body, isPutBack);
    const asked = engine.commands.openNetwork(id, body.network, state().settings);
    const followed = asked.then((isInUse) => isInUse || opening.letGo(body));
    engine.tellFailure('openNetwork', followed);
  }

  function openWithItsSettings(id: string, body: NetworkBody): void {
    dispatch({ type: 'settings-changed', patch: changesTo(state().settings, body.network.settings) });
    open(id, body);
  }

  /**
   * What was in use last: of this visit in any case, of one before where the address asks for such a network and nothing
   * has begun.
   */
  async function restore(): Promise<void> {
    const isTaken = () => isActive(state().run.phase) || isToGoOn(state());
    if (inUse && !isTaken()) open(inUse.place.id, inUse.body, true);
    const found = inUse ? undefined : await shelf.inUse();
    const { settings, pretrained } = state();
    const isFree = !isTaken() && (!isTrained(state()) || pretrained !== undefined);
    if (found && isFree && isSameNetwork(found.body.network.settings, settings))
      open(found.id, found.body, true);
    await shelf.list();
  }

  /** Undefined where the run is none of a sweep. */
  function placeOfTrials(): Place | undefined {
    const sweep = sweepUnderWay(state())?.sweep.number;
    if (sweep === undefined) return undefined;
    if (trials?.sweep !== sweep) trials = { sweep, place: newPlace() };
    return trials.place;
  }

  function keepWhatIsLeft(): void {
    const { run, readings } = state();
    if (!last || last.run !== run.id || isActive(run.phase) || run.phase === 'idle') return;
    const network = networkLeft(last, run);
    last = undefined;
    const { id } = run;
    const settle = () => dispatch({ type: 'run-settled', run: id });
    if (!network) {
      settle();
      return;
    }
    const ofTrials = placeOfTrials();
    const place = ofTrials ?? { id };
    inUse = { place, body: networkBody({ network, run, readings }) };
    const saved = save(place, inUse.body, { name: '', origin: 'trained', isPinned: false });
    // A trial that is not kept is not gone on with either: there may be hundreds, and the next takes its place.
    void saved.then((isKept) => (isKept || ofTrials) && settle());
  }

  return {
    actions: {
      async loadNetwork(id) {
        const body = await shelf.read(id);
        if (body && !isActive(state().run.phase)) openWithItsSettings(id, body);
      },
      openTrained(network, name, outputNames) {
        const body = networkBody({ network, run: undefined, outputNames, readings: {} });
        const place = newPlace();
        openWithItsSettings(place.id, body);
        void shelf.put(place, aboutNetwork(body, { name, origin: 'opened', isPinned: true }), body);
      },
      async keepNetwork() {
        const { run, readings, openedNetwork } = state();
        const asOf = changes;
        const network = await engine.commands.trainedNetwork().catch(() => undefined);
        if (!network) return;
        const isOfRun = run.batches.length > 0;
        const outputNames = learntNames(state());
        const body = networkBody({ network, readings, run: isOfRun ? run : undefined, outputNames });
        const origin = openedNetwork === undefined ? 'changed' : 'trained';
        await save(newPlace(), body, { name: '', origin, isPinned: true }, asOf);
      },
      async describeNetwork(network, words) {
        if (await shelf.describe(network, { isPinned: true, ...words })) return;
        dispatch({ type: 'not-kept', notKept: { what: 'library', reason: 'stale' } });
      },
      async duplicateNetwork(network, name) {
        const body = await shelf.read(network.id);
        const { origin } = network;
        if (body) await shelf.put(newPlace(), aboutNetwork(body, { name, origin, isPinned: true }), body);
      },
      async deleteNetwork(network) {
        const body = await shelf.read(network.id);
        if (!body) return;
        deleted = { network, body };
        // It may be brought back: the next trial is to lie beside it.
        if (trials?.place.id === network.id) trials = undefined;
        dispatch({ type: 'network-deleted', network });
        await shelf.remove(network.id);
      },
      async bringNetworkBack() {
        if (!deleted) return;
        const back = deleted;
        deleted = undefined;
        dispatch({ type: 'network-brought-back' });
        const { network, body } = back;
        const about = { ...aboutNetwork(body, network), note: network.note };
        if ((await shelf.put({ id: network.id }, about, body)) || deleted) return;
        // A person may make room, and try again.
        deleted = back;
        dispatch({ type: 'network-deleted', network });
      },
    },
    after: {
      'engine-started': () => void restore(),
      network(event) {
        changed();
        const isOpened = opening.told(event);
        if (isOpened) shelf.markInUse(event.opened);
        // A network of fresh weights: nobody wants the one before back after a reload.
        else if (event.trainedBatches === 0 && !opening.isAsked) {
          inUse = undefined;
          if (state().networks !== undefined) shelf.markInUse(undefined);
        }
      },
      edited: changed,
      'fine-tuned': changed,
      'run-started': changed,
      'engine-lost': changed,
      dataset: () => opening.recognise(),
      // It may be stopped before it tells anew where it stands.
      'run-continued'() {
        last = state().standing?.checkpoint;
      },
      checkpointed: ({ checkpoint }) => {
        last = checkpoint;
      },
      phase: keepWhatIsLeft,
    },
  };
}
