import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { RunStatus } from '../../../src/page/RunStatus';
import { LearningCurves } from '../../../src/panels/learning-curves/LearningCurves';
import { TrainingPanel } from '../../../src/panels/training/TrainingPanel';
import type { RunEnding } from '../../../src/protocol/run';
import { fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';
import { renderLab } from '../render-lab';

vi.mock('../../../src/charts/load-plotly', () => ({ loadPlotly: () => new Promise(() => undefined) }));

const world = await smallWorld();

test('sets when the run is to stop, and shows what came by the address', async () => {
  const lab = fakeLab(world, { settings: { stopAt: 97.5 } });
  await renderLab(lab, <TrainingPanel />);
  const stopAt = page.getByRole('combobox', { name: 'Stop at' });
  await expect.element(stopAt).toHaveValue('97.5');
  await stopAt.selectOptions('99 %');
  expect(lab.store.getState().settings.stopAt).toBe(99);
  await stopAt.selectOptions('Off');
  expect(lab.store.getState().settings.stopAt).toBe(0);
  (page.getByRole('slider', { name: 'Early stopping' }).element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  expect(lab.store.getState().settings.patience).toBe(2);
});

test.each<[RunEnding, string | RegExp]>([
  [
    { reason: 'patience', epochs: 10, keptEpoch: 7 },
    /^Training finished: .*\. Stopped early: epoch 7 was the best of 10, its weights are in use\.$/,
  ],
  [{ reason: 'all', epochs: 10, keptEpoch: 9 }, /Epoch 9 was the best of 10, its weights are in use\.$/],
  [{ reason: 'reached', epochs: 4, keptEpoch: 4 }, /Stopped after epoch 4: validation reached 99 %\.$/],
  [{ reason: 'all', epochs: 10, keptEpoch: 10 }, /interval [\d.]+ to [\d.]+ %$/],
])('says how the run came to its end: %o', async (ending, sentence) => {
  const lab = fakeLab(world, { settings: { stopAt: 99 } });
  await renderLab(lab, <RunStatus />);
  lab.training();
  lab.emit({ type: 'epochs-ended', ending }, { type: 'phase', phase: 'testing' });
  lab.emit(
    { type: 'tested', evaluation: world.readings.test.evaluation },
    { type: 'phase', phase: 'finished' },
  );
  await expect.element(page.getByRole('status', { name: 'Training status' })).toHaveTextContent(sentence);
});

test('shows in the curves which epoch was kept', async () => {
  const lab = fakeLab(world);
  await renderLab(lab, <LearningCurves />);
  lab.training();
  const worse = { ...world.readings.validation.evaluation, loss: 9, accuracy: 0.1 };
  lab.emit({ type: 'validated', epoch: 2, evaluation: worse, weightsVersion: 99 });
  lab.emit({ type: 'epochs-ended', ending: { reason: 'patience', epochs: 2, keptEpoch: 1 } });
  const accuracy = page.getByRole('img', { name: 'accuracy over the batches of the run' });
  await expect
    .element(accuracy)
    .toHaveAccessibleDescription(/^After epoch 1: .* Its weights were kept, of 2 epochs\.$/);
});
