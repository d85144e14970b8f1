import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { wilson } from '../../../src/metrics/interval';
import { Header } from '../../../src/page/Header';
import { PretrainedNote } from '../../../src/page/PretrainedNote';
import { LearningCurves } from '../../../src/panels/learning-curves/LearningCurves';
import { RunResult } from '../../../src/panels/run-result/RunResult';
import { fakeLab } from '../../fixtures/fake-lab';
import { CARD } from '../../fixtures/pretrained-card';
import { smallWorld } from '../../fixtures/small-world';
import { renderLab } from '../render-lab';

const world = await smallWorld();

/** '98.32 % (98.1 to 98.6)' */
function written(accuracy: number, images: number, digits: number): string {
  const { low, high } = wilson(Math.round(accuracy * images), images) ?? { low: 0, high: 1 };
  const percent = (share: number, of: number) => (100 * share).toFixed(of);
  return `${percent(accuracy, digits)} % (${percent(low, 1)} to ${percent(high, 1)})`;
}
const { validation, test: tested } = world.readings;
const validated = written(validation.evaluation.accuracy, validation.evaluation.images, 1);

test('the accuracies of a run have their intervals: in the curves, in what is spoken, against the run before', async () => {
  await page.viewport(1200, 900);
  const lab = fakeLab(world);
  const { container } = await renderLab(
    lab,
    <>
      <Header />
      <RunResult />
      <LearningCurves />
    </>,
  );
  lab.training();
  await expect.element(page.getByText(`Epoch 1 of 2: validation accuracy ${validated}`)).toBeInTheDocument();
  const curves = page.getByRole('region', { name: 'Learning curves' });
  await expect.element(curves).toHaveTextContent(`validation ${validated}`);
  lab.trained();
  lab.trained();
  await expect.element(curves).toHaveTextContent(`this run Fast · 512 images/s · validation ${validated}`);
  const { accuracy, images } = tested.evaluation;
  expect(container.textContent).toContain(`from run 1 with ${written(accuracy, images, 2)}: 0.00 points`);
});

test('so has that of the network that came with the page', async () => {
  const lab = fakeLab(world);
  lab.pretrained();
  await renderLab(lab, <PretrainedNote />);
  const text = written(CARD.measured.testAccuracy, 10_000, 2);
  await expect.element(page.getByRole('note')).toHaveTextContent(`came with the page · ${text} of MNIST`);
  await expect.element(page.getByRole('note')).toHaveTextContent('Pen strokes of Pendigits, 3 drawn digits');
});
