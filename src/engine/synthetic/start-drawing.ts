import { drawDigits } from '../../data/synthetic/draw-digits';
import { macrotask } from '../macrotask';
import type { Draw } from './drawing';

/**
 * A thread for drawing digits, so that training goes on beside it; started when the first are asked for. Where there
 * can be none, they are drawn on this thread.
 */
export function startDrawing(): Draw {
  let draw: Draw | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  return (work) => {
    const drawn = turn.then(async () => {
      draw ??= drawingWorker();
      try {
        return await draw(work);
      } catch {
        draw = drawHere;
        return drawHere(work);
      }
    });
    turn = drawn.catch(() => undefined);
    return drawn;
  };
}

const drawHere: Draw = async ({ labels, source, options }) => {
  await macrotask();
  return drawDigits(labels, source, options);
};

/** To be asked again when it has answered. */
function drawingWorker(): Draw {
  let worker: Worker | undefined;
  return (work) =>
    new Promise((resolve, reject) => {
      worker ??= new Worker(new URL('./digits.worker.ts', import.meta.url), { type: 'module' });
      worker.onmessage = ({ data }: MessageEvent<Uint8Array>) => resolve(data);
      worker.onerror = (event) => {
        event.preventDefault();
        worker?.terminate();
        reject(new Error(event.message || 'the worker that draws digits could not be loaded'));
      };
      worker.postMessage(work);
    });
}
