import { afterEach, expect, it, vi } from 'vitest';
import { startEngine } from '../../../src/engine-client/engine-client';

afterEach(() => vi.unstubAllGlobals());

/** An engine whose messages come as the test says, and which answers nothing. */
function started() {
  const worker = Object.assign(new EventTarget(), { postMessage: () => {}, terminate: () => {} });
  vi.stubGlobal('Worker', function stub() {
    return worker;
  });
  const port: Partial<MessagePort> = { close: () => {} };
  vi.stubGlobal('MessageChannel', function stub() {
    return { port1: port, port2: {} };
  });
  const onDeath = vi.fn();
  const client = startEngine(
    () => {},
    onDeath,
    () => 5000,
    () => {},
  );
  return { worker, port, onDeath, client };
}

it.each<[string, (engine: ReturnType<typeof started>) => void]>([
  ['an answer', ({ worker }) => worker.dispatchEvent(new Event('messageerror'))],
  ['an event', ({ port }) => port.onmessageerror?.call(port as MessagePort, {} as MessageEvent)],
])(
  'takes an engine for dead of which %s can not be read: what it told would be missing',
  async (_, happen) => {
    const engine = started();
    const asked = engine.client.commands.pause();
    happen(engine);
    await expect(asked).rejects.toThrow('could not be read');
    expect(engine.onDeath).toHaveBeenCalledTimes(1);
    engine.client.close();
  },
);
