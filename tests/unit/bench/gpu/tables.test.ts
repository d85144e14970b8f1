import { describe, expect, it } from 'vitest';
import { kernelTable } from '../../../../bench/gpu/kernels';
import { paper } from '../../../../bench/gpu/paper';
import { speedTable } from '../../../../bench/gpu/speed-table';

describe('the table of speeds', () => {
  const parts = {
    speeds: new Map([
      ['tfjs-webgpu', 40],
      ['webgpu-128', 2000],
    ]),
    rates: new Map([['webgpu-128', [1900, 2000, 2100]]]),
    failures: new Map([['jax-js-webgpu', 'no kernel']]),
    flops: 2e6,
    peakFlops: 100e9,
  };

  it('lists the fastest first, and at the end who does not run and why', () => {
    const lines = speedTable(parts).split('\n');
    expect(lines[2]).toMatch(/webgpu-128 +2,000 +1,900 to 2,100 +4.00 +4.0 %/);
    expect(lines.at(-1)).toBe('jax-js-webgpu: does not run: no kernel');
  });

  it('has no share of a peak on a GPU', () => {
    expect(speedTable({ ...parts, peakFlops: undefined })).not.toContain('%');
  });
});

describe('the table of kernels', () => {
  it('gives each one’s share and speed, and the sum', () => {
    const table = kernelTable([
      { work: 'forward', layer: { number: 0, type: 'conv' }, milliseconds: 3, flops: 6e9 },
      { work: 'update', milliseconds: 1, flops: 0 },
    ]);
    expect(table).toMatch(/conv 1, forward +3.000 +75.0 % +6000.0 +2000.0/);
    expect(table).toMatch(/all +4.000 +100.0 % +6000.0 +1500.0/);
  });
});

describe('the paper', () => {
  const lines = paper().split('\n');

  it('is a table in Markdown, each row with as many cells as the heads', () => {
    const rows = lines.filter((line) => line.startsWith('|'));
    expect(rows.length).toBeGreaterThan(8);
    expect(new Set(rows.map((line) => line.split('|').length)).size).toBe(1);
  });

  it('expects more of the faster GPU', () => {
    const speeds = (lines.at(-1) ?? '')
      .match(/[\d,]+(?= images)/g)
      ?.map((text) => Number(text.replaceAll(',', '')));
    expect(speeds).toHaveLength(2);
    expect(speeds?.[1]).toBeGreaterThan(speeds?.[0] as number);
  });
});
