import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { ConfusionMatrix } from '../../../src/panels/confusion-matrix/ConfusionMatrix';
import type { PastMoment } from '../../../src/protocol/history';
import { fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';
import { renderLab } from '../render-lab';

const world = await smallWorld();
const matrix = page.getByRole('region', { name: 'Confusion matrix' });
const { validation } = world.readings;

test('says of which moment of which run the validation is, where a past one is looked at', async () => {
  const lab = fakeLab(world);
  let version = 100;
  const lookAt = (at: PastMoment | undefined) => {
    version += 1;
    lab.emit(
      { type: 'looked-back', at, settings: world.settings, trainedBatches: 4, weightsVersion: version },
      { type: 'read', readings: { ...validation, weightsVersion: version } },
    );
  };
  lab.trained();
  lab.trained();
  lab.actions.select({ part: 'validation' });
  await renderLab(lab, <ConfusionMatrix />);
  await expect.element(matrix).toHaveTextContent('validation, after epoch 2');
  lookAt({ run: 'a', epoch: 1 });
  await expect.element(matrix).toHaveTextContent('validation, run 1 after epoch 1');
  lookAt({ run: 'b', epoch: 0 });
  await expect.element(matrix).toHaveTextContent('validation, run 2 before its first batch');
  lookAt(undefined);
  await expect.element(matrix).toHaveTextContent('validation, after epoch 2');
});

test('says the epoch whose weights are in use, where a later one was trained', async () => {
  const lab = fakeLab(world);
  lab.training();
  lab.emit(
    { type: 'validated', epoch: 2, evaluation: validation.evaluation, weightsVersion: 3 },
    { type: 'epochs-ended', ending: { reason: 'patience', epochs: 2, keptEpoch: 1 } },
    { type: 'read', readings: { ...validation, weightsVersion: 3 } },
  );
  lab.actions.select({ part: 'validation' });
  await renderLab(lab, <ConfusionMatrix />);
  await expect.element(matrix).toHaveTextContent('validation, after epoch 1');
});
