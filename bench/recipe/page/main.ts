import { startEngine } from '../../../src/engine-client/engine-client';
import { settingsFromAddress } from '../../../src/model/address';
import { digitOptions } from '../../../src/model/settings';
import { planOf } from '../../../src/model/shapes';
import type { EngineEvent } from '../../../src/protocol/engine-api';
import type {} from './recipe-page';

/** Nobody waits here: a slow machine is no dead one. */
const forEver = () => Number.POSITIVE_INFINITY;

const BASE = new URL('.', location.href).href;

/** What a run tells, in one go at its end. */
class WatchedRun {
  readonly validation: number[] = [];
  test: number | undefined;
  readonly data: Promise<void>;
  readonly finished: Promise<void>;
  private haveData = () => {};
  private end = () => {};
  private fail: (reason: Error) => void = () => {};

  constructor() {
    const failed = new Promise<never>((_, reject) => {
      this.fail = reject;
    });
    this.data = Promise.race([
      failed,
      new Promise<void>((resolve) => {
        this.haveData = resolve;
      }),
    ]);
    this.finished = Promise.race([
      failed,
      new Promise<void>((resolve) => {
        this.end = resolve;
      }),
    ]);
    // Whoever waits for one of them hears of it.
    this.finished.catch(() => {});
  }

  readonly onDeath = (reason: string) => this.fail(new Error(reason));

  readonly onEvent = (event: EngineEvent): void => {
    switch (event.type) {
      case 'dataset':
        if (event.dataset.status === 'ready' && event.dataset.official) this.haveData();
        else if (event.dataset.status !== 'loading') this.onDeath('there is no official MNIST');
        break;
      case 'validated':
        this.validation.push(event.evaluation.accuracy);
        break;
      case 'tested':
        this.test = event.evaluation.accuracy;
        break;
      case 'phase':
        if (event.phase === 'finished') this.end();
        if (event.phase === 'failed' || event.phase === 'stopped') this.onDeath(event.phase);
        break;
      case 'fault':
        this.onDeath(`${event.fault.code} ${event.fault.detail ?? ''}`);
        break;
      default:
    }
  };
}

window.recipePage = {
  async run(query) {
    const { settings, notes } = settingsFromAddress(query);
    if (notes.length > 0) throw new Error(`${query}: ${JSON.stringify(notes)}`);
    const run = new WatchedRun();
    const { commands, close } = startEngine(run.onEvent, run.onDeath, forEver, () => undefined);
    try {
      // There is no network that ships here; data wait until that is known.
      await commands.begin(BASE, settings);
      await commands.loadMnist(BASE, digitOptions(settings));
      await run.data;
      const start = performance.now();
      await commands.train(settings);
      await run.finished;
      const seconds = (performance.now() - start) / 1000;
      if (run.test === undefined) throw new Error('the test images were not read');
      const { parameters } = planOf(settings.network);
      return { settings, parameters, validation: run.validation, test: run.test, seconds };
    } finally {
      close();
    }
  },
};
