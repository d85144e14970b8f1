import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { panels as texts } from '../../../src/locales/en-panels.json';
import type { ReadyLessonId } from '../../../src/model/lessons/ready-lessons';
import { dataPanel } from '../../../src/panels/data/data';
import { lessonPanel, lessonsPanel } from '../../../src/panels/lessons/lessons';
import { networkPanel } from '../../../src/panels/network/network';
import { trainingPanel } from '../../../src/panels/training/training';
import { type FakeLab, fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';
import { renderLab } from '../render-lab';

/* Each ready lesson from its line in the list to its last sentence, as a student goes through it. */

const world = await smallWorld();
const bar = page.getByRole('region', { name: 'Lesson', exact: true });
const goal = bar.getByRole('status', { name: 'Goal so far' });

/** Opens a lesson from the list; the page has its controls and its bar, and nothing that reads the network. */
async function opened(id: ReadyLessonId): Promise<FakeLab> {
  const lab = fakeLab(world);
  lab.ready();
  const panels = [lessonPanel, networkPanel, dataPanel, trainingPanel, lessonsPanel];
  await renderLab(
    lab,
    <main tabIndex={-1}>
      {panels.map(({ id: key, Component }) => (
        <Component key={key} />
      ))}
    </main>,
  );
  await page.getByRole('button', { name: `Open the lesson ‘${texts.lessons.ready[id].title}’` }).click();
  await expect.element(bar).toHaveTextContent(texts.lessons.ready[id].title);
  return lab;
}

/** A run with the settings of the controls comes to its end. */
function train(lab: FakeLab, accuracy: number, losses = { training: 1, validation: 1 }): void {
  const { settings } = lab.store.getState();
  const evaluation = { ...world.readings.validation.evaluation, accuracy, loss: losses.validation };
  const { epochs } = settings;
  const progress = { epoch: epochs, epochs, images: 1, seconds: 1, done: 1 };
  lab.emit(
    { type: 'phase', phase: 'starting' },
    { type: 'network', settings, trainedBatches: 0, weightsVersion: 0 },
    { type: 'run-started', run: `${Math.random()}`, startedAt: 0, settings, batchesPerEpoch: 1 },
    { type: 'phase', phase: 'running' },
    ...Array.from({ length: epochs }, (_, epoch) => [
      {
        type: 'batches' as const,
        first: epoch,
        batches: [{ loss: losses.training, accuracy }],
        weightsVersion: epoch + 1,
      },
      { type: 'validated' as const, epoch: epoch + 1, evaluation, weightsVersion: epoch + 1 },
    ]).flat(),
    { type: 'tested', evaluation },
    { type: 'progress', progress },
    { type: 'phase', phase: 'finished' },
  );
}

async function answer(choice: number): Promise<void> {
  await bar.getByRole('radio').nth(choice).click();
  await bar.getByRole('button', { name: 'Answer', exact: true }).click();
}

async function setNumber(name: string, value: string): Promise<void> {
  await page.getByRole('textbox', { name, exact: true }).fill(value);
  await userEvent.keyboard('{Tab}');
}

async function expectDone(id: ReadyLessonId): Promise<void> {
  await expect.element(goal).toHaveTextContent('Reached');
  await expect.element(bar).toHaveTextContent(texts.lessons.ready[id].explanation.slice(0, 60));
  await bar.getByRole('button', { name: 'Leave the lesson' }).click();
  const line = page.getByRole('listitem').filter({ hasText: texts.lessons.ready[id].title });
  await expect.element(line).toHaveTextContent('✓ goal reached');
}

beforeEach(() => page.viewport(1440, 900));

test('what a filter sees: a filter that matters is found by muting it', async () => {
  const lab = await opened('filters');
  train(lab, 0.97);
  await answer(0);
  await expect.element(bar).toHaveTextContent('Not quite.');
  await bar.getByRole('button', { name: 'Answer again' }).click();
  await answer(1);
  await expect.element(bar).toHaveTextContent('That is right.');
  const evaluation = { ...world.readings.validation.evaluation, accuracy: 0.97 };
  const muted = (after: number) =>
    lab.emit({
      ...{ type: 'edited', edits: [{ kind: 'mute', layer: 0, filter: 1 }], weightsVersion: 9 },
      ...{ before: evaluation, after: { ...evaluation, accuracy: after } },
    });
  muted(0.968);
  await expect.element(goal).toHaveTextContent('Not yet. 0.2 points so far.');
  muted(0.954);
  await expectDone('filters');
});

test('why the learning rate matters: another rate reaches the goal in the same epoch', async () => {
  const lab = await opened('learning-rate');
  await answer(0);
  train(lab, 0.15);
  await expect.element(goal).toHaveTextContent('Not yet. Best so far 15.00 %');
  await setNumber('Learning rate', '0.01');
  expect(lab.store.getState().settings.learningRate).toBe(0.01);
  train(lab, 0.94);
  await expectDone('learning-rate');
});

test('over-fitting and dropout: the losses come together', async () => {
  const lab = await opened('dropout');
  await answer(1);
  train(lab, 0.9, { training: 0.03, validation: 0.31 });
  await expect.element(goal).toHaveTextContent('Not yet. Best so far: 0.280 apart, 90.0 % read right.');
  await setNumber('Dropout', '0.5');
  train(lab, 0.91, { training: 0.15, validation: 0.3 });
  await expectDone('dropout');
});

test('MNIST’s digits against your own: five drawings are read right', async () => {
  const lab = await opened('own-digits');
  await setNumber('Your number', '8');
  await bar.getByRole('button', { name: 'Answer', exact: true }).click();
  train(lab, 0.97);
  for (let digit = 0; digit < 5; digit++) {
    await expect.element(goal).toHaveTextContent(`Not yet. ${digit} so far.`);
    lab.actions.clear();
    lab.actions.addStroke({
      width: 24,
      points: [
        { x: 90 + 20 * digit, y: 60 },
        { x: 140, y: 220 - 15 * digit },
      ],
    });
    await expect.poll(() => lab.store.getState().answer.kind).toBe('read');
    const { answer: read } = lab.store.getState();
    const { probabilities } = read as Extract<typeof read, { kind: 'read' }>;
    lab.actions.collect(probabilities.indexOf(Math.max(...probabilities)));
  }
  await expectDone('own-digits');
});

test('why sigmoid learns slowly: another activation reaches the goal', async () => {
  const lab = await opened('sigmoid');
  await answer(2);
  train(lab, 0.7);
  await expect.element(goal).toHaveTextContent('Not yet.');
  await page.getByRole('combobox', { name: 'Activation' }).selectOptions('ReLU');
  train(lab, 0.92);
  await expectDone('sigmoid');
});
