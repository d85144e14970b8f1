import { expect, it } from 'vitest';
import { Stopping } from '../../../../src/engine/run/stopping';
import type { Settings } from '../../../../src/model/settings';
import { readingsOf } from '../../state/set-up';

/** Epochs of these validation losses and accuracies are trained until the run is to end. */
function runOf(
  settings: Partial<Pick<Settings, 'epochs' | 'patience' | 'stopAt'>>,
  losses: readonly number[],
  accuracies: readonly number[] = losses.map(() => 0.5),
) {
  const stopping = new Stopping({ epochs: losses.length, patience: 0, stopAt: 0, ...settings });
  let epochs = 0;
  while (!stopping.reason) {
    const read = readingsOf('validation', epochs);
    const evaluation = { ...read.evaluation, loss: losses[epochs] ?? 0, accuracy: accuracies[epochs] ?? 0 };
    epochs += 1;
    stopping.judge({
      epoch: epochs,
      checkpoint: { weights: [Float32Array.of(epochs)], trainedBatches: epochs },
      readings: { ...read, evaluation },
    });
  }
  return { reason: stopping.reason, epochs, kept: stopping.kept?.epoch };
}

it('trains all epochs and keeps the last, whatever the loss does, where nothing else is asked for', () => {
  expect(runOf({}, [1, 2, 3])).toEqual({ reason: 'all', epochs: 3, kept: 3 });
});

it('ends after so many epochs in a row without a better loss, and keeps the best', () => {
  const losses = [5, 4, 4.5, 3, 3.5, 3.1, 3.2, 1];
  expect(runOf({ patience: 3 }, losses)).toEqual({ reason: 'patience', epochs: 7, kept: 4 });
  expect(runOf({ patience: 1 }, losses)).toEqual({ reason: 'patience', epochs: 3, kept: 2 });
});

it('keeps the best also where it trains all epochs', () => {
  expect(runOf({ patience: 5 }, [3, 1, 2])).toEqual({ reason: 'all', epochs: 3, kept: 2 });
  expect(runOf({ patience: 2 }, [3, 2, 2])).toEqual({ reason: 'all', epochs: 3, kept: 2 });
});

it('calls the first of equal losses the best, and none better for being no number', () => {
  expect(runOf({ patience: 2 }, [2, 2, 2, 2])).toEqual({ reason: 'patience', epochs: 3, kept: 1 });
  expect(runOf({ patience: 2 }, [Number.NaN, 2, Number.NaN, 3])).toMatchObject({ epochs: 4, kept: 2 });
});

it('ends after the epoch that reaches the accuracy, and keeps that one', () => {
  const accuracies = [0.97, 0.9899, 0.99, 0.995];
  const losses = [1, 0.5, 0.6, 0.4];
  expect(runOf({ stopAt: 99 }, losses, accuracies)).toEqual({ reason: 'reached', epochs: 3, kept: 3 });
  expect(runOf({ stopAt: 99, patience: 3 }, losses, accuracies)).toMatchObject({ epochs: 3, kept: 3 });
  expect(runOf({ stopAt: 99.5 }, losses, accuracies)).toMatchObject({ reason: 'reached', epochs: 4 });
  expect(runOf({ stopAt: 99.9 }, losses, accuracies)).toMatchObject({ reason: 'all', kept: 4 });
});
