import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { Header } from '../../../src/page/Header';
import { Results } from '../../../src/page/Results';
import { fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';
import { chartsDrawn } from '../accessibility/every-panel';
import { renderLab } from '../render-lab';

const world = await smallWorld();
const region = (name: string) => page.getByRole('region', { name, exact: true });
const PANELS = ['Confusion matrix', 'Learning curves', 'Misclassified digits'];

/** Until React has rendered what can't wait: it does so before the task ends. */
const endOfTask = async () => {
  for (let i = 0; i < 10; i++) await Promise.resolve();
};

const WATCHED = { subtree: true, childList: true, characterData: true, attributes: true };
const FRAMES = 5;

/** Until nothing changes for some frames: charts place words over their picture when it is drawn. */
async function atRest(element: Element): Promise<void> {
  let changes = 0;
  const observer = new MutationObserver(() => {
    changes += 1;
  });
  observer.observe(element, WATCHED);
  await expect
    .poll(async () => {
      changes = 0;
      for (let i = 0; i < FRAMES; i++) await new Promise(requestAnimationFrame);
      return changes;
    })
    .toBe(0);
  observer.disconnect();
}

test('an epoch’s end is rendered in slices: the status at once, each panel of results in a task of its own', async () => {
  const lab = fakeLab(world);
  lab.training();
  await renderLab(
    lab,
    <>
      <Header />
      <Results />
    </>,
  );
  const { evaluation } = world.readings.validation;
  await expect.element(region('Confusion matrix')).toHaveTextContent(/after epoch 1/);
  for (const name of PANELS) await expect.element(region(name)).toBeVisible();
  const panels = PANELS.map((name) => region(name).element());
  // The first picture of a chart is another matter.
  await chartsDrawn();
  // What is looked at for the first time is news, and shown at once.
  await expect.poll(() => lab.store.getState().subject).toBeDefined();
  await atRest(document.body);

  const changed: Element[][] = [];
  const observer = new MutationObserver((records) => {
    // One call an end of task.
    changed.push(panels.filter((panel) => records.some(({ target }) => panel.contains(target))));
  });
  for (const panel of panels) observer.observe(panel, WATCHED);
  const status = page.getByRole('status', { name: 'Training status' }).element();
  lab.emit(
    { type: 'progress', progress: { epochs: 9, images: 512, done: 0.5, seconds: 1, epoch: 3 } },
    { type: 'validated', epoch: 2, evaluation, weightsVersion: 9 },
    { type: 'read', readings: { ...world.readings.validation, weightsVersion: 9 } },
  );
  await endOfTask();
  expect(status.textContent).toContain('3');
  expect(changed).toEqual([]);

  await expect.element(region('Confusion matrix')).toHaveTextContent(/after epoch 2/);
  await expect.element(region('Learning curves')).toBeVisible();
  observer.disconnect();
  expect(changed.length).toBeGreaterThan(0);
  for (const together of changed) expect(together.length).toBeLessThanOrEqual(1);
});

test('a cell that is selected while results wait for their turn is shown at once, with all that waited', async () => {
  const lab = fakeLab(world);
  lab.training();
  await renderLab(lab, <Results />);
  const matrix = region('Confusion matrix');
  await expect.element(matrix).toHaveTextContent(/after epoch 1/);
  const gallery = region('Misclassified digits');
  await expect.element(gallery).toHaveTextContent(/\d+ of \d+ images/);
  const [before = ''] = /\d+ of \d+ images/.exec(gallery.element().textContent) ?? [];
  lab.emit({
    type: 'validated',
    epoch: 2,
    evaluation: world.readings.validation.evaluation,
    weightsVersion: 9,
  });
  lab.actions.select({ cell: { truth: 3, predicted: 3 } });
  await endOfTask();
  expect(matrix.element().textContent).toMatch(/after epoch 2/);
  expect(gallery.element().textContent).not.toContain(before);
});
