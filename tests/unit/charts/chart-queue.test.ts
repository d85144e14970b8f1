import { describe, expect, it } from 'vitest';
import { ChartQueue, type TaskClock } from '../../../src/charts/schedule/chart-queue';

/** Time that stands still until a test moves it on; tasks run one by one. */
class ManualClock implements TaskClock {
  private time = 0;
  private tasks: { at: number; task: () => void }[] = [];
  /** Tasks that ran. */
  ran = 0;

  now() {
    return this.time;
  }

  after(delay: number, task: () => void) {
    const entry = { at: this.time + delay, task };
    this.tasks.push(entry);
    return () => {
      this.tasks = this.tasks.filter((other) => other !== entry);
    };
  }

  /** Time passes inside a task. */
  work(ms: number) {
    this.time += ms;
  }

  advance(ms: number) {
    const end = this.time + ms;
    for (;;) {
      const next = this.tasks.sort((a, b) => a.at - b.at)[0];
      if (!next || next.at > end) break;
      this.tasks.shift();
      this.time = Math.max(this.time, next.at);
      this.ran++;
      next.task();
    }
    this.time = Math.max(this.time, end);
  }
}

function setUp() {
  const clock = new ManualClock();
  const queue = new ChartQueue(clock, 500);
  const log: string[] = [];
  const chart = (name: string) => {
    const key = {};
    return {
      key,
      put: (what: string, ms = 0) =>
        queue.put(key, () => {
          clock.work(ms);
          log.push(`${name}${what}@${clock.now()}`);
        }),
    };
  };
  return { clock, queue, log, chart };
}

describe('ChartQueue', () => {
  it('draws a chart that was not drawn before at once, but in a task of its own', () => {
    const { clock, log, chart } = setUp();
    chart('a').put('1');
    expect(log).toEqual([]);
    clock.advance(0);
    expect(log).toEqual(['a1@0']);
  });

  it('draws the newest of the redraws that came while a chart waited', () => {
    const { clock, log, chart } = setUp();
    const a = chart('a');
    for (const what of ['1', '2', '3']) a.put(what);
    clock.advance(1000);
    expect(log).toEqual(['a3@0']);
  });

  it('draws a chart at most once an interval, counted from the end of its redraw', () => {
    const { clock, log, chart } = setUp();
    const a = chart('a');
    a.put('1', 100);
    clock.advance(150);
    a.put('2');
    clock.advance(440);
    a.put('3');
    clock.advance(1000);
    expect(log).toEqual(['a1@100', 'a3@600']);
  });

  it('never draws two charts in one task', () => {
    const { clock, log, chart } = setUp();
    chart('a').put('1', 20);
    chart('b').put('1', 20);
    chart('c').put('1', 20);
    clock.advance(1000);
    expect(log).toEqual(['a1@20', 'b1@40', 'c1@60']);
    expect(clock.ran).toBe(3);
  });

  it('lets a chart that is put again and again not push back another one', () => {
    const { clock, log, chart } = setUp();
    const [busy, quiet] = [chart('busy'), chart('quiet')];
    busy.put('1', 300);
    clock.advance(10);
    for (let i = 2; i < 5; i++) busy.put(String(i), 300);
    quiet.put('1');
    clock.advance(1000);
    expect(log).toEqual(['busy1@300', 'quiet1@300', 'busy4@1100']);
  });

  it('serves the one that is due longest where several are due', () => {
    const { clock, log, chart } = setUp();
    const [a, b] = [chart('a'), chart('b')];
    a.put('1');
    clock.advance(100);
    b.put('1');
    clock.advance(100);
    b.put('2');
    a.put('2');
    clock.work(2000);
    clock.advance(0);
    expect(log.slice(2)).toEqual(['a2@2200', 'b2@2200']);
  });

  it('keeps redraws further apart while it is asked to, and then makes up for it', () => {
    const { clock, queue, log, chart } = setUp();
    const a = chart('a');
    a.put('1');
    clock.advance(100);
    queue.keepApart(2000);
    a.put('2');
    clock.advance(1900);
    a.put('3');
    clock.advance(600);
    queue.keepApart(500);
    clock.advance(0);
    expect(log).toEqual(['a1@0', 'a2@2000', 'a3@2600']);
  });

  it('forgets a cancelled redraw and keeps the others', () => {
    const { clock, queue, log, chart } = setUp();
    const [a, b] = [chart('a'), chart('b')];
    a.put('1');
    b.put('1');
    queue.cancel(a.key);
    clock.advance(1000);
    expect(log).toEqual(['b1@0']);
  });

  it('goes on after a redraw that throws', () => {
    const { clock, queue, log, chart } = setUp();
    queue.put({}, () => {
      throw new Error('broken chart');
    });
    chart('b').put('1');
    expect(() => clock.advance(0)).toThrow('broken chart');
    clock.advance(0);
    expect(log).toEqual(['b1@0']);
  });
});
