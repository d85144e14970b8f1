import type { ActionContext, Controller } from '../controller';
import { canStart, type Startable } from './run-selectors';

interface RunActions {
  train(): void;
  pause(): void;
  resume(): void;
  step(): void;
  stop(): void;
}

export const controlRun = ({ state, engine }: ActionContext<Startable, never>): Controller<RunActions> => ({
  actions: {
    train() {
      if (canStart(state())) engine.ask('train', state().settings);
    },
    pause: () => engine.ask('pause'),
    resume: () => engine.ask('resume'),
    step() {
      if (state().run.phase === 'paused' || canStart(state())) engine.ask('step', state().settings);
    },
    stop: () => engine.ask('stop'),
  },
});
