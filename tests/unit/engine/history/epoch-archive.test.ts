import { describe, expect, it } from 'vitest';
import { EpochArchive } from '../../../../src/engine/history/epoch-archive';
import { DEFAULT_SETTINGS } from '../../../../src/model/presets';
import type { KeptEpochs } from '../../../../src/protocol/history';

/** Ten weights, 40 bytes. */
const checkpoint = (epoch: number) => ({
  weights: [new Float32Array(4).fill(epoch), new Float32Array(6).fill(-epoch)],
  trainedBatches: 100 * epoch,
});

function lab(budgetBytes: number) {
  const told: KeptEpochs[] = [];
  const archive = new EpochArchive((kept) => told.push(kept), budgetBytes);
  const train = (run: string, epochs: number) => {
    for (let epoch = 0; epoch <= epochs; epoch++) {
      archive.keep(run, DEFAULT_SETTINGS, epoch, checkpoint(epoch));
    }
  };
  return { archive, train, kept: () => told.at(-1) };
}

describe('the archive of epochs', () => {
  it('gives back what it was given, with the settings', () => {
    const { archive, train } = lab(1000);
    train('a', 3);
    expect(archive.at('a', 2)).toEqual({ settings: DEFAULT_SETTINGS, checkpoint: checkpoint(2) });
    expect(archive.at('a', 4)).toBeUndefined();
    expect(archive.at('b', 0)).toBeUndefined();
  });

  it('tells what it keeps, in bytes and epochs', () => {
    const { train, kept } = lab(1000);
    train('a', 2);
    train('b', 0);
    expect(kept()).toEqual({ budgetBytes: 1000, bytes: 160, runs: { a: [0, 1, 2], b: [0] } });
  });

  it('counts the bytes of an epoch once that is handed over again, as after a failure of the device', () => {
    const { archive, train, kept } = lab(5 * 40);
    train('a', 1);
    for (let failure = 0; failure < 9; failure++) archive.keep('a', DEFAULT_SETTINGS, 1, checkpoint(1));
    expect(kept()).toEqual({ budgetBytes: 200, bytes: 80, runs: { a: [0, 1] } });
    archive.forget('a');
    expect(kept()).toMatchObject({ bytes: 0, runs: {} });
  });

  it('lets the oldest runs’ epochs go first, oldest first, and keeps the last of each', () => {
    const { train, kept } = lab(6 * 40);
    train('a', 3);
    train('b', 1);
    expect(kept()?.runs).toEqual({ a: [0, 1, 2, 3], b: [0, 1] });
    train('c', 1);
    expect(kept()?.runs).toEqual({ a: [2, 3], b: [0, 1], c: [0, 1] });
    train('d', 2);
    expect(kept()?.runs).toEqual({ a: [3], b: [1], c: [1], d: [0, 1, 2] });
    expect(kept()?.bytes).toBe(240);
  });

  it('gives up the last weights of the oldest runs only when nothing else is left to go', () => {
    const { train, kept } = lab(3 * 40);
    for (const run of ['a', 'b', 'c', 'd']) train(run, 2);
    expect(kept()?.runs).toEqual({ b: [2], c: [2], d: [2] });
  });

  it('keeps nothing of a network that is larger than the budget, and says so', () => {
    const { train, kept } = lab(30);
    train('a', 1);
    expect(kept()).toEqual({ budgetBytes: 30, bytes: 0, runs: {} });
  });

  it('forgets a run with its bytes', () => {
    const { archive, train, kept } = lab(1000);
    train('a', 2);
    train('b', 1);
    archive.forget('a');
    archive.forget('unknown');
    expect(kept()).toMatchObject({ bytes: 80, runs: { b: [0, 1] } });
    expect(archive.at('a', 1)).toBeUndefined();
  });
});
