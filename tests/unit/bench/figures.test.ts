import { describe, expect, it } from 'vitest';
import { onNetwork, speedFigures } from '../../../bench/speed/figures';
import {
  bestPeer,
  madeTable,
  networksTable,
  pageTable,
  shareOfPeak,
  trainersSummary,
  trainersTable,
} from '../../../bench/speed/tables';
import { textTable } from '../../../bench/speed/text-table';

const rates = new Map([
  ['peak-1', [60e9, 50e9, 64e9]],
  ['peak-2', [114e9, 100e9, 128e9]],
  ['wasm-1', [20_000, 24_000, 22_000]],
  ['wasm-2', [40_000, 41_000, 39_000]],
  ['jax-js-wasm', [340, 350, 345]],
  ['tfjs-webgl', [299, 300, 301]],
  ['pytorch-1', [8000, 8800, 9000]],
  [onNetwork('wasm-1', 'wide'), [4000, 5000, 4500]],
  ['drawn, realistic', [30_000, 50_000, 40_000]],
]);
const page = { rates: new Map([['wasm-1', [19_800, 19_000, 20_000]]]) };
const calls = new Map();
const figures = speedFigures({ bench: { rates }, page, calls, mflopPerImage: { wide: 6.152, odd: 0.4634 } });
const parts = {
  figures,
  rates,
  failures: new Map([['tfjs-wasm', 'no kernel']]),
  peers: ['tfjs-webgl', 'tfjs-wasm', 'jax-js-wasm'],
  mflopPerImage: 1.7,
};

describe('the figures', () => {
  it('are medians by trainer, without peaks and other networks', () => {
    expect(figures.imagesPerSecond).toEqual({
      'wasm-1': 22_000,
      'wasm-2': 40_000,
      'jax-js-wasm': 345,
      'tfjs-webgl': 300,
      'pytorch-1': 8800,
    });
    expect(figures.page).toEqual({ 'wasm-1': 19_800 });
  });

  it('tell the images that are made apart from those that are trained on', () => {
    expect(figures.madePerSecond).toEqual({ 'drawn, realistic': 40_000 });
    expect(madeTable(figures)).toContain('40,000');
  });

  it('list every other network with its cost, and its speeds where it ran', () => {
    expect(figures.networks).toEqual({
      wide: { mflopPerImage: 6.152, 'wasm-1': 4500 },
      odd: { mflopPerImage: 0.4634 },
    });
  });

  it('give the peak of one core, and the scaling round by round', () => {
    expect(figures.simdPeakGflops).toBe(60);
    // 1.9, 2 and 2, where the medians alone would say 114 / 60 = 1.9.
    expect(figures.peakScaling2).toBe(2);
  });

  it('can not be told without a peak', () => {
    expect(() => speedFigures({ bench: { rates: new Map() }, page, calls, mflopPerImage: {} })).toThrow(
      'peak',
    );
  });
});

describe('the tables', () => {
  it('compare with the fastest peer in a browser, not with PyTorch', () => {
    expect(bestPeer(parts)).toEqual({ name: 'jax-js-wasm', speed: 345 });
    expect(trainersTable(parts)).toMatch(/wasm-1 +22,000 +20,000 to 24,000 +64 × +62.3 %/);
  });

  it('go without a ratio where no peer ran', () => {
    expect(bestPeer({ figures, peers: ['tfjs-wasm'] })).toBeUndefined();
    expect(trainersTable({ ...parts, peers: [] })).toMatch(/wasm-1 +22,000 +20,000 to 24,000 +62.3 %/);
  });

  it('list the fastest trainer first, and at the end who does not run and why', () => {
    const lines = trainersTable(parts).split('\n');
    expect(lines[2]).toMatch(/^wasm-2/);
    expect(lines.at(-1)).toBe('tfjs-wasm: does not run: no kernel');
  });

  it('measure one worker against one core and two against both', () => {
    const peak = { simdPeakGflops: 60, peakScaling2: 1.5 };
    expect(shareOfPeak(peak, 'wasm-1', 30_000, 1)).toBeCloseTo(0.5);
    expect(shareOfPeak(peak, 'wasm-2', 30_000, 1)).toBeCloseTo(1 / 3);
  });

  it('say how two workers scale beside the peak', () => {
    // 40,000 / 22,000 = 1.82, over 2.
    expect(trainersSummary(parts)).toContainEqual(
      'Two workers: 1.82 × one worker, 0.91 × what the bare peak gains.',
    );
    expect(trainersSummary(parts)).toContainEqual('One worker over PyTorch with one thread: 2.50 ×.');
  });

  it('leave cells empty where a trainer has no figure', () => {
    const table = networksTable(figures, { wide: 'c24k5-p2-c32k3-p2-d128-d10', odd: 'c5k3' });
    expect(table).toMatch(/wide +c24k5-p2-c32k3-p2-d128-d10 +6.15 +4,500 +46.1 %$/m);
    expect(table).toMatch(/odd +c5k3 +0.46$/m);
  });

  it('set the page beside the bench', () => {
    expect(pageTable(figures)).toMatch(/wasm-1 +19,800 +90.0 %/);
  });

  it('align their columns', () => {
    expect(
      textTable(
        ['a', 'n'],
        [
          ['long name', '1'],
          ['b', '1,000'],
        ],
      ).split('\n'),
    ).toEqual(['a              n', '---------  -----', 'long name      1', 'b          1,000']);
  });
});
