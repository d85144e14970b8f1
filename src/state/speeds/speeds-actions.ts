import { differInSpeed, knownSpeedsFrom } from '../../model/speeds';
import type { EngineEvent } from '../../protocol/engine-api';
import type { ActionContext, Controller } from '../controller';
import type { DataSlice } from '../data/data-slice';
import type { EngineSlice, EngineStarted } from '../engine/engine-slice';
import type { RunSlice } from '../run/run-slice';
import type { SettingsChanged, SettingsSlice } from '../settings/settings-slice';
import { measureBlock } from './speeds-selectors';
import type { SpeedsSlice } from './speeds-slice';

interface SpeedsActions {
  /** Measures anew what the next run could be trained on. */
  measureSpeeds(): void;
}

type State = SpeedsSlice & SettingsSlice & RunSlice & DataSlice & EngineSlice;
type KnownTold = Extract<EngineEvent, { type: 'known-speeds' }>;
type Followed = EngineStarted | SettingsChanged | KnownTold;

export function controlSpeeds({
  state,
  engine,
  speedStore,
}: ActionContext<State, never>): Controller<SpeedsActions, Followed, State> {
  const tellNext = () => engine.ask('nextRun', state().settings);

  async function tellKnown(): Promise<void> {
    const kept = await speedStore?.then((store) => store.all()).catch(() => undefined);
    const known = knownSpeedsFrom(kept);
    if (known.length > 0) engine.ask('knowSpeeds', known);
  }

  return {
    actions: {
      measureSpeeds() {
        if (!measureBlock(state())) engine.ask('measureSpeeds', state().settings);
      },
    },
    after: {
      'engine-started': () => {
        tellNext();
        void tellKnown();
      },
      'settings-changed': (_, before) => {
        if (differInSpeed(before.settings, state().settings)) tellNext();
      },
      'known-speeds': ({ known }) => {
        void speedStore?.then((store) => store.put(known)).catch(() => undefined);
      },
    },
  };
}
