import { type Remote, transfer, wrap } from 'comlink';
import type { EngineApi, EngineCommands, EngineEvent } from '../protocol/engine-api';
import { watchHeart } from './heartbeat';
import { tellWhenLate } from './late-arrival';
import { MortalCalls } from './mortal-calls';

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
 * @param onDeath - called at most once, when the worker could not be loaded, threw where nobody caught it, says
 *   what can't be read, or hangs
 * @param patience - how long it may be silent before it is taken to hang, in milliseconds; asked now and then
 * @param onLate - told when the worker's program has not come for long, and when it has after all
 */
export function startEngine(
  onEvent: (event: EngineEvent) => void,
  onDeath: (reason: string) => void,
  patience: () => number,
  onLate: (isLate: boolean) => void,
): EngineClient {
  const worker = new Worker(new URL('../engine/engine.worker.ts', import.meta.url), { type: 'module' });
  const { port1, port2 } = new MessageChannel();
  const calls = new MortalCalls();
  const die = (reason: string) => {
    if (calls.die(new EngineDied(reason))) onDeath(reason);
  };
  worker.addEventListener('error', ({ message }) => die(message || 'the worker could not be loaded'));
  // What it told is missing for good: the one in its place begins from what is known.
  const dieUnread = () => die('a message of the engine could not be read');
  worker.addEventListener('messageerror', dieUnread);
  port1.onmessageerror = dieUnread;

  const remote: Remote<EngineApi> = wrap<EngineApi>(worker);
  const unwatchArrival = tellWhenLate(calls.call(remote.connect(transfer(port2, [port2]))), onLate);
  const heart = watchHeart(
    () => calls.call(remote.beat()),
    patience,
    (seconds) => die(`no sign of life for ${seconds} s`),
  );
  port1.onmessage = ({ data }: MessageEvent<EngineEvent>) => {
    // What it waits for now may be given less time than what it did before.
    heart.heard();
    onEvent(data);
  };
  return {
    // Every command is passed on as it is, and fails when the worker dies.
    commands: new Proxy({} as EngineCommands, {
      get:
        (_, name: keyof EngineCommands) =>
        (...given: never[]) =>
          calls.call((remote[name] as (...given: never[]) => Promise<unknown>)(...given)),
    }),
    close() {
      heart.end();
      unwatchArrival();
      port1.close();
      worker.terminate();
    },
  };
}
