import { component, e2e, engine, type Fault, state } from './fault';

/** The engine's worker itself. */
export const ENGINE: readonly Fault[] = [
  {
    fault: 'the engine’s worker throws, or hangs',
    wanted: 'noticed within five seconds, another one in its place, and the run goes on to the same weights',
    tests: [
      e2e('faults', 'goes on with a run whose engine hangs, to the very weights of one that ran through'),
      'tests/unit/engine-client/heartbeat.test.ts :: notices within five seconds that one has stopped, and says it once',
      'tests/unit/engine-client/engine-client.test.ts :: takes an engine for dead of which %s can not be read: what it told would be missing',
      state(
        'keeping/engine-death',
        'goes on with the run that was under way when the engine died, as soon as its data are there',
      ),
      state(
        'keeping/engine-death',
        'puts a finished network with its run back into an engine that takes the place of a dead one',
      ),
      state(
        'engine/engine-session',
        'waits longer each time before it starts an engine again that keeps dying',
      ),
      state('engine/engine-session', 'passes a graphics device over on which the engine has died twice'),
      state(
        'engine/supervisor-model',
        'can be trained after whatever has happened, and comes to the end of a run that nothing happened to',
      ),
      state('engine/supervisor-model', 'loses no finished run, and none that is under way'),
    ],
  },
  {
    fault: 'a graphics driver hangs the engine before it has computed anything, by choice or by Automatic’s',
    wanted: 'noticed within five seconds, and after the second time the next backend, at once',
    tests: [
      engine(
        'backend/no-answer',
        'tells of each device before it asks for it, so that it is known which one hangs the engine',
      ),
      engine('speed/passed-over', 'tells of a device before it looks for it and while it is tried'),
      engine('speed/passed-over', 'neither looks for a device that is passed over nor tries it'),
      state(
        'engine/engine-session',
        'passes a graphics device over whose driver has twice hung the engine before it gave a device',
      ),
      state(
        'engine/engine-session',
        'gives a driver that is asked for a device five seconds, and what then computes twenty',
      ),
      state('engine/supervisor-model', 'comes to another backend where a graphics device hangs each engine'),
    ],
  },
  {
    fault:
      'the browser gives the engine no thread, as Firefox now and then, or the engine dies before a run is first kept',
    wanted: 'noticed within five seconds, and the run begins by itself on another engine',
    tests: [
      e2e(
        'faults',
        'trains all the same where the engine waits for ever for a thread, without another press',
      ),
      engine(
        'start-thread',
        'tells that a thread is awaited before it asks for it, and that it is not when it has come or was refused',
      ),
      state(
        'engine/supervisor-model',
        'trains within eight seconds where the engine hangs as it waits for a thread, with nobody’s help',
      ),
      state('keeping/asked-run', 'begins a run once more that %s, as soon as its data are there'),
      state('keeping/asked-run', 'does not begin again what %s'),
      state('keeping/asked-run', 'does not begin on other data than its own: %s'),
      state('keeping/asked-runs-in-turn', 'goes on with a sweep whose run is begun once more'),
    ],
  },
  {
    fault: 'an engine that takes the place of a dead one has nothing to be given back',
    wanted: 'no word of a network that was put back',
    tests: [state('keeping/engine-death', 'puts back no network that a person has put away')],
  },
  {
    fault: 'the program of the engine’s worker does not come',
    wanted: 'the page says so after twenty seconds, offers Reload and goes on waiting',
    tests: [
      'tests/unit/engine-client/late-arrival.test.ts :: says of a worker’s program after twenty seconds that it is late, waits on, and takes it back when it comes',
      component(
        'page/messages',
        'an engine whose program does not come is told of, with a way out, until it comes',
      ),
    ],
  },
];
