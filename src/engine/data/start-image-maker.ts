import { startThread } from '../start-thread';
import { whileHeard } from '../while-heard';
import { yieldToEventLoop } from '../yield-to-event-loop';
import type { ImageMaker } from './image-maker';
import { type ImageRequest, makeImages } from './make-images';

type Make = (request: ImageRequest) => Promise<Uint8Array>;

/**
 * A thread for making images, so that training goes on beside it; started when the first are asked for. Where there can
 * be none, they are made on this thread.
 */
export function startImageMaker(): ImageMaker {
  let make: Make | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn: Make = (request) => {
    const made = turn.then(async () => {
      make ??= imagesWorker();
      try {
        return await make(request);
      } catch {
        make = makeHere;
        return makeHere(request);
      }
    });
    turn = made.catch(() => undefined);
    return made;
  };
  return {
    draw: (work) => inTurn({ type: 'draw', ...work }),
    augment: (work) => inTurn({ type: 'augment', ...work }),
  };
}

const makeHere: Make = async (request) => {
  await yieldToEventLoop();
  return makeImages(request);
};

/**
 * Milliseconds for the images that are asked for at once, and to load the worker: 2,000 digits take about one second to
 * draw, ten where a processor is slow.
 */
const LIMIT = 30_000;

/** To be asked again when it has answered. */
function imagesWorker(): Make {
  let worker: Worker | undefined;
  return (request) => {
    let giveUp = () => {};
    const made = new Promise<Uint8Array>((resolve, reject) => {
      const fail = (why: string) => {
        worker?.terminate();
        reject(new Error(why));
      };
      giveUp = () => fail('the worker that makes images does not answer');
      worker ??= startThread(
        () => new Worker(new URL('./images.worker.ts', import.meta.url), { type: 'module' }),
      );
      worker.onmessage = ({ data }: MessageEvent<Uint8Array>) => resolve(data);
      worker.onmessageerror = () => fail('the images of a worker could not be read');
      worker.onerror = (event) => {
        event.preventDefault();
        fail(event.message || 'the worker that makes images could not be loaded');
      };
      worker.postMessage(request);
    });
    return whileHeard([{ giveUp }], LIMIT, made);
  };
}
