import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  imagesOf,
  nodesIn,
  shardCount,
  sharesOf,
  sumsFor,
} from '../../../../../src/engine/train-step/wasm/shards';
import { planOf } from '../../../../../src/model/shapes';
import { network } from '../../../../fixtures/networks';

const anyWorkers = fc.integer({ min: 1, max: 8 });
const anyBatch = fc.integer({ min: 1, max: 300 });
const anyShards = fc.constantFrom(4, 8);

const upTo = (end: number) => Array.from({ length: end }, (_, i) => i);
const range = ({ first, end }: { first: number; end: number }) =>
  upTo(end).filter((number) => number >= first);

describe('the shares of the workers', () => {
  it('hold every image of a batch once, in order', () => {
    fc.assert(
      fc.property(anyShards, anyWorkers, anyBatch, (shards, wanted, images) => {
        const shares = sharesOf(shards, Math.min(wanted, shards));
        expect(shares.flatMap((share) => range(imagesOf(share, shards, images)))).toEqual(upTo(images));
      }),
    );
  });

  it('differ by one shard at most', () => {
    fc.assert(
      fc.property(anyShards, anyWorkers, (shards, wanted) => {
        const sizes = sharesOf(shards, Math.min(wanted, shards)).map(({ first, end }) => end - first);
        expect(Math.min(...sizes)).toBeGreaterThan(0);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('are cut into nodes of the tree that cover them in order', () => {
    fc.assert(
      fc.property(anyShards, anyWorkers, (shards, wanted) => {
        for (const share of sharesOf(shards, Math.min(wanted, shards))) {
          const nodes = nodesIn(share, shards);
          expect(nodes.flatMap(range)).toEqual(range(share));
          for (const { first, end } of nodes) {
            expect(Math.log2(end - first) % 1, `${first} to ${end} is no power of two`).toBe(0);
            expect(first % (end - first), `${first} to ${end} is no node`).toBe(0);
          }
        }
      }),
    );
  });
});

describe('the number of shards', () => {
  it('is larger where the images are more work than the parameters', () => {
    expect(shardCount(planOf(network('c24k5-p2-c32k3-p2-d128-d10')))).toBe(8);
    expect(shardCount(planOf(network('d128-d256-d10')))).toBe(4);
  });

  it('asks for one sum a level of the tree', () => {
    expect([sumsFor(1), sumsFor(4), sumsFor(8)]).toEqual([1, 3, 4]);
  });
});
