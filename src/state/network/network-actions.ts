import { classesOf } from '../../model/network';
import { isSameNetwork, needsNewNetwork } from '../../model/settings';
import { settingsProblem } from '../../model/settings-problem';
import type { EngineEvent } from '../../protocol/engine-api';
import type { ActionContext, Controller } from '../controller';
import type { EngineStarted } from '../engine/engine-slice';
import type { RunSlice } from '../run/run-slice';
import { isActive } from '../run/run-state';
import type { SettingsChanged, SettingsSlice } from '../settings/settings-slice';
import { isLookingBack, isTrained } from './network-selectors';
import type { NetworkSlice } from './network-slice';

interface NetworkActions {
  /** Back to an untrained network with the settings of now. */
  resetWeights(): void;
}

type Followed = EngineStarted | SettingsChanged | Extract<EngineEvent, { type: 'looked-back' | 'dataset' }>;
type State = SettingsSlice & NetworkSlice & RunSlice;

export function controlNetwork({
  state,
  engine,
  base,
}: ActionContext<State, never>): Controller<NetworkActions, Followed> {
  const rebuild = () => {
    if (needsRebuild(state())) engine.ask('reset', state().settings);
  };
  return {
    actions: { resetWeights: () => engine.ask('reset', state().settings) },
    after: {
      'engine-started': () => engine.ask('begin', base, state().settings),
      'settings-changed': rebuild,
      // The controls may have changed meanwhile.
      'looked-back': rebuild,
      // Data of more or fewer classes want another last layer. The first network is still on its way with the first data.
      dataset: () => {
        const { built, settings } = state();
        if (built && classesOf(built.network) !== classesOf(settings.network)) rebuild();
      },
    },
  };
}

/**
 * An untrained network follows the controls at once, and the one that ships with the page gives way to one of other
 * layers; a network that was trained here is kept until the next run.
 */
function needsRebuild(state: State): boolean {
  const { settings, built, run, pretrained } = state;
  if (isActive(run.phase) || settingsProblem(settings) || isLookingBack(state)) return false;
  const isKept = pretrained ? built && isSameNetwork(built, settings) : isTrained(state);
  return !isKept && (!built || needsNewNetwork(built, settings));
}
