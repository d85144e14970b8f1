import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LAYER_LIMITS } from '../../../src/model/network';
import { formatNetwork, parseNetwork } from '../../../src/model/notation';
import { anyLayers } from './networks';

describe('the short notation', () => {
  it('reads back every network that it writes', () => {
    fc.assert(
      fc.property(anyLayers, (network) => {
        expect(parseNetwork(formatNetwork(network))).toEqual({ ok: true, network });
      }),
    );
  });

  it('writes what it reads, and leaves out what goes without saying', () => {
    for (const text of [
      'c24k5-p2-c32k3-p2-d128-d10',
      'c16k3s2same-a3s1-x25-d10',
      's16k3-s8k5s2same-c8k3same-r-d10',
    ]) {
      const parsed = parseNetwork(text);
      expect(parsed.ok && formatNetwork(parsed.network)).toBe(text);
    }
    const parsed = parseNetwork('c8k3s1-p2s2-d10');
    expect(parsed.ok && formatNetwork(parsed.network)).toBe('c8k3-p2-d10');
  });

  it.each([
    ['c24k5-q2-d10', 'q2'],
    ['c24k8-d10', 'c24k8'],
    ['c0k3-d10', 'c0k3'],
    ['c257k3-d10', 'c257k3'],
    ['s8k8-d10', 's8k8'],
    ['r2-d10', 'r2'],
    ['p5-d10', 'p5'],
    ['d2049', 'd2049'],
    ['x0-d10', 'x0'],
    ['x91-d10', 'x91'],
    ['D10', 'D10'],
    ['d10-', ''],
    ['', ''],
    ['<img src=x onerror=alert(1)>', '<img src=x onerror=a'],
  ])('blames the token that is not a layer: %j', (text, token) => {
    expect(parseNetwork(text)).toEqual({ ok: false, token });
  });

  it('refuses more layers than a network may have', () => {
    expect(
      parseNetwork(
        Array(LAYER_LIMITS.layers[1] + 1)
          .fill('d10')
          .join('-'),
      ).ok,
    ).toBe(false);
  });

  it('takes any text without an exception', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const parsed = parseNetwork(text);
        expect(parsed.ok || parsed.token.length <= 20).toBe(true);
      }),
    );
  });
});
