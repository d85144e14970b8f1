import { type Remote, transfer, wrap } from 'comlink';
import type { EngineApi, EngineCommands, EngineEvent } from '../protocol/engine-api';

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
 * @param onDeath - called at most once, when the worker could not be loaded or threw where nobody caught it
 */
export function startEngine(
  onEvent: (event: EngineEvent) => void,
  onDeath: (reason: string) => void,
): EngineClient {
  const worker = new Worker(new URL('../engine/engine.worker.ts', import.meta.url), { type: 'module' });
  const { port1, port2 } = new MessageChannel();
  const death = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) => {
      reject(new EngineDied(event.message || 'the worker could not be loaded'));
    });
  });
  death.catch((error: EngineDied) => onDeath(error.message));
  port1.onmessage = ({ data }: MessageEvent<EngineEvent>) => onEvent(data);

  const remote: Remote<EngineApi> = wrap<EngineApi>(worker);
  const call = <T>(answer: Promise<T>): Promise<T> => Promise.race([answer, death]);
  void call(remote.connect(transfer(port2, [port2]))).catch(() => undefined);
  return {
    // Every command is passed on as it is, and fails when the worker dies.
    commands: new Proxy({} as EngineCommands, {
      get:
        (_, name: keyof EngineCommands) =>
        (...given: never[]) =>
          call((remote[name] as (...given: never[]) => Promise<unknown>)(...given)),
    }),
    close() {
      port1.close();
      worker.terminate();
    },
  };
}
