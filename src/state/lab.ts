import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AddressNote } from '../model/address';
import { attempt } from '../model/attempt';
import type { Settings } from '../model/settings';
import type { Inquiries } from '../protocol/engine-api';
import { CAPABILITIES } from './capabilities';
import type { Surroundings } from './controller';
import { ImageCache } from './data/image-cache';
import { EngineSession, type StartEngine } from './engine/engine-session';
import { patienceWith } from './engine/patience';
import type { LabActions, LabEvent, LabState } from './lab-state';
import type { StartLesson } from './lessons/open-lesson';
import { initialState, reduce } from './reducer';
import type { View } from './selection/selection-address';
import { goesOn } from './sessions/sessions-selectors';
import { handle } from './slice';

interface LabParts extends Surroundings {
  readonly startEngine: StartEngine;
  readonly settings: Settings;
  readonly notes: readonly AddressNote[];
  readonly view?: View;
  readonly lesson?: StartLesson | undefined;
}

/** The lab without its face: state, and actions that change it through the engine. */
export function createLab(parts: LabParts): {
  store: StoreApi<LabState>;
  actions: LabActions;
  inquiries: Inquiries;
  images: ImageCache;
} {
  const plain = createStore<LabState>(() =>
    initialState(parts.settings, parts.notes, parts.view, parts.lesson),
  );
  /** One listener that throws keeps no other from hearing. */
  const subscribe: typeof plain.subscribe = (listener) =>
    plain.subscribe((now, before) => attempt(() => listener(now, before)));
  const store = { ...plain, subscribe };
  const dispatch = (event: LabEvent) => {
    const before = store.getState();
    store.setState(reduce(before, event), true);
    for (const { after } of controllers) attempt(() => handle(after, event, event, before));
  };
  const engine = new EngineSession(
    parts.startEngine,
    dispatch,
    () => patienceWith(store.getState()),
    () => goesOn(store.getState()),
  );
  const { inquiries } = engine;
  const images = new ImageCache(inquiries);
  const context = {
    ...parts,
    state: store.getState,
    subscribe,
    dispatch,
    engine,
    images,
  };
  const controllers = CAPABILITIES.map(({ control }) => control(context));
  dispatch({ type: 'engine-started' });
  const actions: LabActions = Object.assign({}, ...controllers.map((controller) => controller.actions));
  return { store, actions, inquiries, images };
}
