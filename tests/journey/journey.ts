import { expect } from '@playwright/test';
import type { Visitor } from './visitor';

/** With a person's own few files, so that it is the same where there is no MNIST; nine batches. */
const ADDRESS = '?dataset=files&backend=wasm&epochs=1&seed=5';

interface JourneyOptions {
  /** Of the page. */
  readonly origin: string;
  /** Paths of the four idx files of a small data set. */
  readonly ownFiles: readonly string[];
  /** Has the report say where a journey ended. */
  readonly step: (name: string, does: () => Promise<void>) => Promise<void>;
}

/** A whole visit, as a person makes it. */
export async function journey(visitor: Visitor, { origin, ownFiles, step }: JourneyOptions): Promise<void> {
  const { driver } = visitor;
  await step('open', async () => {
    await driver.open(`${origin}/${ADDRESS}`);
    await visitor.reads('heading', 'Digit Lab', /Digit Lab/);
  });
  await step('draw, and have it read by the network that came with the page', async () => {
    await visitor.draw(7);
    await visitor.reads('status', 'Prediction', /^7\b.*%/);
    await visitor.reads('list', 'Top 3 probabilities', /^7 /);
    await stripEndsWithItsCard(visitor);
  });
  await step('own files', async () => {
    await visitor.enabled('button', 'Choose files');
    await driver.give(ownFiles);
    await visitor.press('button', 'Use them');
  });
  await step('train', async () => {
    await visitor.press('button', 'Train');
    await visitor.reads('status', 'Training status', /Training finished: test accuracy (9\d|100)\.\d\d %/);
    await visitor.reads('group', 'Engine', /WASM Train step Fast/);
  });
  await step('results', async () => {
    await visitor.press('tab', 'Learning curves');
    await visitor.shows('svg.main-svg');
    await visitor.press('tab', 'Confusion matrix');
    await visitor.reads('region', 'Confusion matrix', /100 images/);
    await visitor.press('tab', 'Classification report');
    await visitor.reads('region', 'Classification report', /All digits/);
    await visitor.press('tab', 'Misclassified digits');
    await visitor.reads('region', 'Misclassified digits', /of 100 images/);
  });
  await step('inside', async () => {
    await visitor.press('tab', 'Inside');
    await visitor.press('tab', 'Filters');
    await visitor.reads('region', 'Filters', /conv/i);
    await visitor.press('tab', 'Activation maps');
    await visitor.shows('section canvas');
    await visitor.press('tab', 'Inspector');
    await visitor.shows('canvas.marks, svg.marks');
  });
  await step('reload, with the network of the run still in use', async () => {
    await driver.reload();
    await visitor.draw(0);
    await visitor.reads('status', 'Prediction', /^0\b.*%/);
    await visitor.press('tab', 'Runs');
    await visitor.press('tab', 'Library');
    await visitor.reads('region', 'Library', /In use/);
  });
}

/** No layer is left out of the strip, and none is cut off. */
async function stripEndsWithItsCard(visitor: Visitor): Promise<void> {
  const rightOf = async (role: string, name: string) => {
    const found = await visitor.find(role, name);
    return found ? Math.round(found.left + found.width) : undefined;
  };
  await expect.poll(() => rightOf('list', 'Its answer'), 'the answer is shown').toBeDefined();
  const roomForTheFocusRing = 4;
  expect(await rightOf('list', 'Its answer')).toBe(
    Number(await rightOf('region', 'Inside the network')) + roomForTheFocusRing,
  );
}
