import { type Remote, transfer, wrap } from 'comlink';
import type { EngineApi, EngineCommands, EngineEvent } from '../protocol/engine-api';
import { watchHeart } from './heartbeat';

interface EngineClient {
  /** Each fails when the worker dies, instead of hanging. */
  readonly commands: EngineCommands;
  /** Ends the worker and everything in it. */
  close(): void;
}

class EngineDied extends Error {}

/**
 * Starts an engine in a worker of its own.
 * @param onEvent - gets the engine's events in order
 * @param onDeath - called at most once, when the worker could not be loaded, threw where nobody caught it, or hangs
 * @param patience - how long it may be silent before it is taken to hang, in milliseconds; asked now and then
 */
export function startEngine(
  onEvent: (event: EngineEvent) => void,
  onDeath: (reason: string) => void,
  patience: () => number,
): EngineClient {
  const worker = new Worker(new URL('../engine/engine.worker.ts', import.meta.url), { type: 'module' });
  const { port1, port2 } = new MessageChannel();
  let die: (reason: string) => void = () => {};
  const death = new Promise<never>((_, reject) => {
    die = (reason) => reject(new EngineDied(reason));
  });
  worker.addEventListener('error', ({ message }) => die(message || 'the worker could not be loaded'));
  death.catch((error: EngineDied) => onDeath(error.message));
  port1.onmessage = ({ data }: MessageEvent<EngineEvent>) => onEvent(data);

  const remote: Remote<EngineApi> = wrap<EngineApi>(worker);
  const call = <T>(answer: Promise<T>): Promise<T> => Promise.race([answer, death]);
  void call(remote.connect(transfer(port2, [port2]))).catch(() => undefined);
  const unwatch = watchHeart(
    () => call(remote.beat()),
    patience,
    (seconds) => die(`no sign of life for ${seconds} s`),
  );
  return {
    // Every command is passed on as it is, and fails when the worker dies.
    commands: new Proxy({} as EngineCommands, {
      get:
        (_, name: keyof EngineCommands) =>
        (...given: never[]) =>
          call((remote[name] as (...given: never[]) => Promise<unknown>)(...given)),
    }),
    close() {
      unwatch();
      port1.close();
      worker.terminate();
    },
  };
}
