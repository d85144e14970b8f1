import { afterEach, expect, it, vi } from 'vitest';
import { type ImageRequest, makeImages } from '../../../../src/engine/data/make-images';
import { startImageMaker } from '../../../../src/engine/data/start-image-maker';
import { DEFAULT_SETTINGS } from '../../../../src/model/presets';
import { digitOptions } from '../../../../src/model/settings';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const WORK = {
  labels: Uint8Array.of(3, 7),
  source: { seed: 1, first: 0 },
  options: digitOptions(DEFAULT_SETTINGS),
};
const MADE = makeImages({ type: 'draw', ...WORK });

/** Makes what it is asked for at first; @param then - what it does with all that comes later */
function withWorkers(then: (worker: Pick<Worker, 'onmessageerror'>) => void) {
  const workers: FailingWorker[] = [];
  class FailingWorker {
    onmessage = (_: { data: Uint8Array }) => {};
    onmessageerror: Worker['onmessageerror'] = null;
    asked = 0;
    terminate = vi.fn();
    constructor() {
      workers.push(this);
    }
    postMessage(request: ImageRequest) {
      this.asked += 1;
      if (this.asked === 1) this.onmessage({ data: makeImages(request) });
      else then(this);
    }
  }
  vi.stubGlobal('Worker', FailingWorker);
  return workers;
}

it('makes the same images itself where its worker says nothing any more', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const workers = withWorkers(() => {});
  const maker = startImageMaker();
  expect(await maker.draw(WORK)).toEqual(MADE);
  const all = Promise.all([maker.draw(WORK), maker.draw(WORK)]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await all).toEqual([MADE, MADE]);
  expect(await maker.draw(WORK)).toEqual(MADE);
  expect(workers).toHaveLength(1);
  expect(workers[0]).toMatchObject({ asked: 2 });
  expect(workers[0]?.terminate).toHaveBeenCalledTimes(1);
});

it('makes them itself where what its worker says can not be read', async () => {
  const workers = withWorkers((worker) => worker.onmessageerror?.call(worker as Worker, {} as MessageEvent));
  const maker = startImageMaker();
  await maker.draw(WORK);
  expect(await maker.draw(WORK)).toEqual(MADE);
  expect(workers[0]?.terminate).toHaveBeenCalledTimes(1);
});
