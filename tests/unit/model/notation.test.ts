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
    ['r2-d10', 'r2'],
    ['c8-d10', 'c8'],
    ['D10', 'D10'],
    ['d10-', ''],
    ['', ''],
    ['<img src=x onerror=alert(1)>', '<img src=x onerror=a'],
  ])('blames the token that is not a layer: %j', (text, token) => {
    expect(parseNetwork(text)).toEqual({ ok: false, problem: { code: 'unknown-layer', token } });
  });

  it.each([
    ['c24k8-d10', 'c24k8', 'kernel', 1, 7],
    ['c8k12-d10', 'c8k12', 'kernel', 1, 7],
    ['c0k3-d10', 'c0k3', 'filters', 1, 256],
    ['c999k3-d10', 'c999k3', 'filters', 1, 256],
    ['c8k3s3-d10', 'c8k3s3', 'stride', 1, 2],
    ['s8k8-d10', 's8k8', 'kernel', 1, 7],
    ['p5-d10', 'p5', 'size', 2, 4],
    ['p2s5-d10', 'p2s5', 'stride', 1, 4],
    ['d2049', 'd2049', 'units', 1, 2048],
    ['x0-d10', 'x0', 'percent', 1, 90],
    ['x100-d10', 'x100', 'percent', 1, 90],
  ])('names the range of a number that is out of it: %j', (text, token, field, min, max) => {
    expect(parseNetwork(text)).toEqual({
      ok: false,
      problem: { code: 'out-of-range', token, field, min, max },
    });
  });

  it('refuses more layers than a network may have', () => {
    expect(
      parseNetwork(
        Array(LAYER_LIMITS.layers[1] + 1)
          .fill('d10')
          .join('-'),
      ),
    ).toEqual({ ok: false, problem: { code: 'too-many-layers', layers: 25, most: 24 } });
  });

  it('looks at none of a million layers', () => {
    const layers = 1_000_001;
    expect(parseNetwork('?-'.repeat(1_000_000))).toEqual({
      ok: false,
      problem: { code: 'too-many-layers', layers, most: 24 },
    });
  });

  it('takes any text without an exception', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const parsed = parseNetwork(text);
        expect(parsed.ok || !('token' in parsed.problem) || parsed.problem.token.length <= 20).toBe(true);
      }),
    );
  });
});
