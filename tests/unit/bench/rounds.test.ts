import { describe, expect, it } from 'vitest';
import { alternate, medians, reasonOf } from '../../../bench/speed/rounds';

const silent = () => undefined;

describe('alternating rounds', () => {
  it('let each take a turn before any takes its next', async () => {
    const order: string[] = [];
    const entrant = (name: string) => ({
      name,
      turn: async () => {
        order.push(name);
        return order.length;
      },
    });
    const { rates } = await alternate([entrant('a'), entrant('b')], 3, silent);
    expect(order.join('')).toBe('ababab');
    expect(rates.get('a')).toEqual([1, 3, 5]);
    expect(medians({ rates }).get('b')).toBe(4);
  });

  it('go on without one that fails, and tell why', async () => {
    let turns = 0;
    const failing = {
      name: 'failing',
      turn: async () => {
        turns++;
        if (turns === 2) throw new Error('device lost\nat some place');
        return 1;
      },
    };
    const steady = { name: 'steady', turn: async () => 7 };
    const { rates, failures } = await alternate([failing, steady], 4, silent);
    expect(turns).toBe(2);
    expect(rates.get('steady')).toEqual([7, 7, 7, 7]);
    expect(rates.has('failing')).toBe(false);
    expect(failures.get('failing')).toBe('device lost');
  });

  it('begin no other when time is up, but do one', async () => {
    const entrant = { name: 'a', turn: async () => 1 };
    const { rates } = await alternate([entrant], 5, silent, () => true);
    expect(rates.get('a')).toEqual([1]);
    const some = await alternate([entrant], 5, silent, () => false);
    expect(some.rates.get('a')).toHaveLength(5);
  });
});

describe('the reason of a failure', () => {
  it('is told without what Playwright puts in front', () => {
    expect(reasonOf(new Error('page.evaluate: Error: no webgpu here\n    at x.js'))).toBe('no webgpu here');
  });

  it('is told for what is no error', () => {
    expect(reasonOf('out of luck')).toBe('out of luck');
    expect(reasonOf(new Error(''))).toBe('no reason given');
  });
});
