import { startEngine } from '../../../src/engine-client/engine-client';
import { digitOptions, type Settings } from '../../../src/model/settings';
import { planOf, readingLayers } from '../../../src/model/shapes';
import type { EngineEvent } from '../../../src/protocol/engine-api';
import { detectorFiles } from './detector-files';
import type {} from './pretrain-page';

/** The detector's images are what they are: nothing about them is to be guessed. */
const AS_DRAWN = {
  range: 'bytes',
  polarity: 'light',
  orientation: 'upright',
  size: 'pad',
  isStratified: false,
} as const;

/** Nobody waits here: a slow machine is no dead one. */
const forEver = () => Number.POSITIVE_INFINITY;

const BASE = new URL('.', location.href).href;

window.pretrainPage = {
  async train(what, settings) {
    const run = watchRun();
    const { commands, close } = startEngine(run.onEvent, run.onDeath, forEver, () => undefined);
    try {
      // No network ships with this page; data wait until that is known.
      await commands.begin(BASE, settings);
      if (what === 'reader') await commands.loadMnist(BASE, digitOptions(settings));
      else await commands.loadFiles(await detectorFiles(BASE), 0, undefined, AS_DRAWN);
      await Promise.race([run.data(what), run.failure]);
      await commands.train(settings);
      await Promise.race([run.finished, run.failure]);
      return await weightsOf(commands, settings);
    } finally {
      close();
    }
  },
};

async function weightsOf(
  commands: ReturnType<typeof startEngine>['commands'],
  { network }: Settings,
): Promise<number[][]> {
  const layers = readingLayers(planOf(network)).map((_, layer) => layer);
  const weights = await commands.weights(layers);
  if (!weights) throw new Error('there are no weights');
  return weights.flatMap(({ kernel, bias }) => [[...kernel], [...bias]]);
}

/** Turns an engine's events into promises. */
function watchRun() {
  const data = deferred<boolean>();
  const finished = deferred<void>();
  const failure = deferred<never>();
  failure.promise.catch(() => undefined);
  const fail = (reason: string) => failure.reject(new Error(reason));
  const onEvent = (event: EngineEvent) => {
    switch (event.type) {
      case 'dataset':
        if (event.dataset.status === 'ready') data.resolve(event.dataset.official);
        if (event.dataset.status === 'missing') fail('the data could not be had');
        break;
      case 'validated':
        console.log(
          `epoch ${event.epoch}: ${(100 * event.evaluation.accuracy).toFixed(2)} % of the validation images`,
        );
        break;
      case 'phase':
        if (event.phase === 'finished') finished.resolve();
        break;
      case 'fault':
        fail(`${event.fault.code} ${event.fault.detail ?? ''}`);
        break;
      default:
    }
  };
  return {
    onEvent,
    onDeath: fail,
    finished: finished.promise,
    failure: failure.promise,
    async data(what: 'reader' | 'detector') {
      const official = await data.promise;
      if (what === 'reader' && !official) throw new Error('these are not the official MNIST images');
    },
  };
}

interface Deferred<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (reason: Error) => void;
}

function deferred<T>(): Deferred<T> {
  let settle: Omit<Deferred<T>, 'promise'> | undefined;
  const promise = new Promise<T>((resolve, reject) => {
    settle = { resolve, reject };
  });
  return { promise, ...(settle as unknown as Omit<Deferred<T>, 'promise'>) };
}
